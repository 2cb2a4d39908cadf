import Catalogue
import Support

/// The places of a record's fields in an object, by their positions. One pass finds them all. The first of repeated keys counts.
struct ObjectMembers {
    let object: JSONValue
    private let places: UnsafeBufferPointer<UInt32>
    private let start: Int

    /// - Returns: nil, with a problem, when the value is not an object.
    static func with<Result>(
        _ value: JSONValue, named names: FieldNames, _ log: ProblemLog, _ body: (ObjectMembers) -> Result?
    ) -> Result? {
        guard let object = FieldTypes.object.value(of: value, log) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, names.names.count)) { places in
            places.initialize(repeating: 0)
            find(names, in: object, places)
            return body(ObjectMembers(object: object, places: UnsafeBufferPointer(places), start: 0))
        }
    }

    private static func find(_ names: FieldNames, in object: JSONValue, _ places: UnsafeMutableBufferPointer<UInt32>) {
        object.document.nodes.withUnsafeBufferPointer { nodes in
            object.document.bytes.withUnsafeBufferPointer { bytes in
                let end = Int(nodes[object.index].next)
                var child = object.index + 1
                while child < end {
                    let key = UnsafeBufferPointer(rebasing: bytes[Int(nodes[child].start)..<Int(nodes[child].end)])
                    if let position = names.position(of: key), places[position] == 0 { places[position] = UInt32(child + 1) }
                    child = Int(nodes[child + 1].next)
                }
            }
        }
    }

    func has(_ position: Int) -> Bool { places[start + position] != 0 }

    func value(at position: Int) -> JSONValue? {
        let place = places[start + position]
        return place == 0 ? nil : JSONValue(document: object.document, index: Int(place))
    }

    /// The members of a part that is not a separate object.
    func part(from start: Int) -> ObjectMembers {
        ObjectMembers(object: object, places: places, start: self.start + start)
    }
}
