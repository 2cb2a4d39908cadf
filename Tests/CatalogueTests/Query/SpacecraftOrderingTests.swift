import Catalogue
import Testing

@Suite struct SpacecraftOrderingTests {
    @Test(
        arguments: [
            ("id", .init(.id)),
            ("-id", .init(.id, descending: true)),
            ("time_in_space", .init(.timeInSpace)),
            (" -time_docked ", .init(.timeDocked, descending: true)),
            ("flights_count", .init(.flightsCount)),
            ("-mission_ends_count", .init(.missionEndsCount, descending: true)),
            ("", nil),
            ("-", nil),
            ("--id", nil),
            ("- id", nil),
            ("id desc", nil),
            ("+id", nil),
            ("ID", nil),
            ("name", nil),
        ] as [(String, SpacecraftOrdering?)])
    func anOrderingIsAFieldTheAPIKnowsReversedByOneLeadingMinus(parameter: String, ordering: SpacecraftOrdering?) {
        #expect(SpacecraftOrdering(parameter: parameter) == ordering)
    }

    @Test(arguments: SpacecraftOrdering.Field.allCases, [false, true])
    func anOrderingIsReadAsItIsWritten(field: SpacecraftOrdering.Field, isDescending: Bool) {
        let ordering = SpacecraftOrdering(field, descending: isDescending)
        #expect(SpacecraftOrdering(parameter: ordering.parameter) == ordering)
    }
}
