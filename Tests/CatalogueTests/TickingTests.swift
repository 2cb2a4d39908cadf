import Testing

@testable import Catalogue

/// Durations of craft in space, which grow with every request.
@Suite struct TickingTests {
    @Test(arguments: [
        ("PT59M59S", "PT59M59S"), ("PT1H", "PT1H"), ("PT1H59M59S", "PT1H"), ("P1DT23H59M59S", "P1DT23H"), ("P2D", "P2D"),
        ("P2DT23H59M59S", "P2D"), ("P1627DT1H53M22S", "P1627D"), ("P0D", "P0D"),
    ])
    func theyAreShownInWholeDaysAndBelowTwoDaysInWholeHours(duration: String, shown: String) {
        #expect(ISODuration(iso8601: duration)?.inWholeUnits.iso8601 == shown)
    }

    private func catalogue(_ time: String, docked: String? = nil, inSpace: Bool = true) throws -> Catalogue {
        var contents = CatalogueContents()
        contents.configurations = [Configuration(id: 1, name: "Lark")]
        contents.spacecraft = [
            Spacecraft(
                id: 1, name: "Lark 1", inSpace: inSpace, timeInSpace: ISODuration(iso8601: time),
                timeDocked: docked.flatMap { ISODuration(iso8601: $0) }, configurationID: 1)
        ]
        return try Catalogue(contents)
    }

    @Test func onlyThoseOfCraftInSpaceAreShownInWholeUnits() throws {
        #expect(try catalogue("P10DT5H1S", docked: "PT7H5M").inWholeUnits() == catalogue("P10D", docked: "PT7H"))
        #expect(try catalogue("P10DT5H1S", inSpace: false).inWholeUnits() == catalogue("P10DT5H1S", inSpace: false))
    }

    @Test(arguments: [
        // Within the day and at its end on the same day of the calendar.
        ("P10DT5H", "P10DT6H", false, "P10DT5H"), ("P10DT5H", "P11DT1H", false, "P10DT5H"),
        // On a new day, only what is to be seen.
        ("P10DT5H", "P10DT6H", true, "P10DT5H"), ("P10DT5H", "P11DT1H", true, "P11DT1H"),
        // In hours.
        ("P1DT5H", "P1DT5H59M", false, "P1DT5H"), ("P1DT5H", "P1DT6H", false, "P1DT6H"), ("P1DT23H", "P2D", false, "P2D"),
        // What only a correction can be.
        ("P10DT5H", "P9D", false, "P9D"), ("P10DT5H", "P20D", false, "P20D"),
    ])
    func anEarlierValueStaysUntilTheDifferenceIsToBeSeen(earlier: String, now: String, isNewDay: Bool, kept: String) throws {
        #expect(try catalogue(now).keepingTicks(of: catalogue(earlier), isNewDay: isNewDay) == catalogue(kept))
    }

    @Test func aCraftThatLandsOrStartsHasItsNewTime() throws {
        #expect(
            try catalogue("P10DT6H", inSpace: false).keepingTicks(of: catalogue("P10DT5H"), isNewDay: false).spacecraft[0].timeInSpace?
                .iso8601 == "P10DT6H")
        #expect(try catalogue("P10DT6H").keepingTicks(of: catalogue("P10DT5H", inSpace: false), isNewDay: false) == catalogue("P10DT6H"))
    }
}
