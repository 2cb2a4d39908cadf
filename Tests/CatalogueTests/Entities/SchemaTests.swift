import Catalogue
import Testing

@Suite struct SchemaTests {
    @Test(arguments: EntityKind.allCases)
    func `a kind leads to its type, and back`(kind: EntityKind) {
        #expect(kind.type.kind == kind)
    }

    @Test(arguments: [
        ("id", 1), ("name", 3), ("type", 5), ("profile", nil), ("featured", 7), ("social_logo", 17), ("social_log", nil), ("", nil),
    ])
    func `a record of the API has the fields of a part beside its own`(name: String, position: Int?) {
        #expect(Agency.schema.recordNames.position(of: name) == position)
    }

    @Test(arguments: [("name", 3), ("profile", 6), ("featured", nil)])
    func `a line of the snapshot has a part under its own name`(name: String, position: Int?) {
        #expect(Agency.schema.lineNames.position(of: name) == position)
    }

    @Test func `every name of every schema is found where it is`() {
        func check<E: Entity>(_: E.Type) {
            for names in [E.schema.recordNames, E.schema.lineNames] {
                for (position, name) in names.names.enumerated() where name.utf8CodeUnitCount > 0 {
                    #expect(names.position(of: "\(name)") == position)
                }
            }
        }
        for kind in EntityKind.allCases { check(kind.type) }
    }

    @Test func `the fields are in the order of the API, those of a line in alphabetical order`() {
        let fields = Spacecraft.schema.fields.map { "\($0.name)" }
        #expect(
            fields == [
                "response_mode", "id", "url", "name", "serial_number", "is_placeholder", "image", "in_space", "time_in_space",
                "time_docked",
                "flights_count", "mission_ends_count", "status", "description", "spacecraft_config", "fastest_turnaround", "flights",
            ])
        #expect(Spacecraft.schema.alphabetical.map { fields[$0] } == fields.sorted())
    }

    @Test func `references that a record cannot be without come first, lists of them last`() {
        #expect(
            Configuration.schema.references.map { "\($0.name) → \($0.target.rawValue)" } == [
                "type → spacecraft_configuration_type", "agency → agency", "image → image", "family → family",
            ])
        #expect(Spacecraft.schema.references.map(\.name) == ["spacecraft_config", "image", "status"])
    }

    @Test func `what the API gives in another order than the history is compared in the history's`() {
        #expect(
            Launch.schema.comparisons.map(\.name) == [
                "id", "name", "net", "net_precision", "status", "launch_service_provider", "rocket",
            ])
    }
}

extension FieldNames {
    fileprivate func position(of name: String) -> Int? {
        var name = name
        return name.withUTF8 { position(of: $0) }
    }
}
