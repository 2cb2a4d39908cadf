import Catalogue

/// The names that several entities of a kind share. The source has two craft with the same name, and licences that differ only in their
/// number.
struct RepeatedNames: Sendable {
    private let numbers: [EntityKind: Set<Int>]

    init(_ catalogue: Catalogue) {
        func repeated<E: Entity>(_ type: E.Type) -> Set<Int> { Self.repeated(catalogue[type]) }
        numbers = Dictionary(uniqueKeysWithValues: EntityKind.allCases.map { ($0, repeated($0.type)) })
    }

    /// Whether another entity of the kind has the same name.
    func contains<E: Entity>(_ id: RecordID<E>) -> Bool { numbers[E.kind]?.contains(id.number) ?? false }

    /// The numbers of the ids of those that share a name.
    private static func repeated<E: Entity>(_ entities: EntityTable<E>) -> Set<Int> {
        var first: [String: Int] = [:]
        first.reserveCapacity(entities.count)
        var repeated: Set<Int> = []
        entities.forEachRow { row in
            let number = row.pointee.id.number
            // All licences that are not stated have the same name on pages.
            let name = E.kind != .licence || (row.pointee as? Licence)?.isStated != false ? row.pointee.name : ""
            if let other = first[name] {
                repeated.formUnion([other, number])
            } else {
                first[name] = number
            }
        }
        return repeated
    }
}
