import Catalogue
import Testing

@Suite struct SchemaTests {
    @Test(arguments: EntityKind.allCases)
    func aKindLeadsToItsTypeAndBack(kind: EntityKind) {
        #expect(kind.type.kind == kind)
    }

    @Test(arguments: [
        ("id", 1), ("name", 3), ("type", 5), ("profile", nil), ("featured", 7), ("social_logo", 17), ("social_log", nil), ("", nil),
    ])
    func aRecordOfTheAPIHasTheFieldsOfAPartBesideItsOwn(name: String, position: Int?) {
        #expect(Agency.schema.recordNames.position(of: name) == position)
    }

    @Test(arguments: [("name", 3), ("profile", 6), ("featured", nil)])
    func aLineOfTheSnapshotHasAPartUnderItsOwnName(name: String, position: Int?) {
        #expect(Agency.schema.lineNames.position(of: name) == position)
    }

    @Test func everyNameOfEverySchemaIsFoundWhereItIs() {
        func check<E: Entity>(_: E.Type) {
            for names in [E.schema.recordNames, E.schema.lineNames] {
                for (position, name) in names.names.enumerated() where name.utf8CodeUnitCount > 0 {
                    #expect(names.position(of: "\(name)") == position)
                }
            }
        }
        for kind in EntityKind.allCases { check(kind.type) }
    }

    @Test func theFieldsAreInTheOrderOfTheAPIThoseOfALineInAlphabeticalOrder() {
        let fields = Spacecraft.schema.fields.map { "\($0.name)" }
        #expect(
            fields == [
                "response_mode", "id", "url", "name", "serial_number", "is_placeholder", "image", "in_space", "time_in_space",
                "time_docked",
                "flights_count", "mission_ends_count", "status", "description", "spacecraft_config", "fastest_turnaround", "flights",
            ])
        #expect(Spacecraft.schema.alphabetical.map { fields[$0] } == fields.sorted())
    }

    @Test func referencesThatARecordCannotBeWithoutComeFirstListsOfThemLast() {
        #expect(
            Configuration.schema.references.map { "\($0.name) → \($0.target.rawValue)" } == [
                "type → spacecraft_configuration_type", "agency → agency", "image → image", "family → family",
            ])
        #expect(Spacecraft.schema.references.map(\.name) == ["spacecraft_config", "image", "status"])
    }

    @Test func whatTheAPIGivesInAnotherOrderThanTheHistoryIsComparedInTheHistorys() {
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
