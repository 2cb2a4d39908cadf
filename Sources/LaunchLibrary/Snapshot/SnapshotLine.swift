import Catalogue
import Support

/// An entity that stands on one line of the snapshot, under its id. Its fields have the API's names; a reference is the id of what it refers to.
protocol SnapshotLine: Entity {
    /// Writes the members, in alphabetical order, without the id.
    func write(to object: inout JSONWriter)

    /// - Returns: nil when a field has a problem; the log has it.
    init?(id: Int, reading fields: RecordFields)
}

extension NamedEntity where Self: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("name", name)
    }

    init?(id: Int, reading fields: RecordFields) {
        guard let name = fields.text("name") else { return nil }
        self.init(id: id, name: name)
    }
}

extension Status: SnapshotLine {}
extension ConfigurationType: SnapshotLine {}
extension AgencyType: SnapshotLine {}
