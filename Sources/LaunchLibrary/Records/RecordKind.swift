import Catalogue
import Support

/// The kind of a record at the top of a page. The API does not give it, but the fields show it.
extension EntityKind {
    /// - Parameter list: the kind of the list that the record is in, if it is known.
    init?(of record: JSONValue, in list: EntityKind?) {
        for kind in Self.recordKinds where kind.distinctiveFields.contains(where: { record[$0] != nil }) {
            self = kind
            return
        }
        if let list {
            self = list
            return
        }
        // The list form of a family has only an id and a name, like a status or a type. But those have no form.
        guard record["response_mode"] != nil, record["id"] != nil, record["name"] != nil else { return nil }
        self = .family
    }

    static func unknownMessage(for record: JSONValue) -> String {
        let keys = record.keys
        let shown = keys.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (keys.count > 5 ? ", …" : "")
        let known = "expected one of spacecraft, configurations, families, agencies, images or licences"
        return keys.isEmpty ? "\(known), found an empty object" : "\(known), found a record with the fields \(shown)"
    }
}
