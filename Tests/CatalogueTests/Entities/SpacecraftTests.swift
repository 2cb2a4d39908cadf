import Catalogue
import Testing

@Suite struct SpacecraftTests {
    private func craft(
        inSpace: Bool? = false, time: String? = nil, docked: String? = nil, flights: Int? = nil, ends: Int? = nil
    ) -> Spacecraft {
        Spacecraft(
            id: 1, name: "Craft", inSpace: inSpace, timeInSpace: time.flatMap(Fixture.duration),
            timeDocked: docked.flatMap(Fixture.duration),
            flightsCount: flights, missionEndsCount: ends, statusID: 1, configurationID: 1)
    }

    @Test func aCraftHasFlownWhenItHasAFlightOrIsInSpace() {
        #expect(craft(flights: 1).hasFlown)
        #expect(craft(inSpace: true, flights: 0).hasFlown)
        #expect(!craft(flights: 0).hasFlown)
        #expect(!craft().hasFlown)
    }

    @Test func noTimeInSpaceIsKnownOfACraftThatFlewForP0D() {
        #expect(craft(time: "P178D", flights: 1).timeInSpaceIsKnown)
        #expect(craft(time: "P0D", flights: 0).timeInSpaceIsKnown)
        #expect(!craft(time: "P0D", flights: 1).timeInSpaceIsKnown)
        #expect(!craft(time: nil, flights: 0).timeInSpaceIsKnown)
    }

    @Test func aCraftCannotBeDockedForLongerThanItIsInSpace() {
        #expect(craft(time: "P178DT22H54M29S", docked: "P363DT13H41M54S").isDockedLongerThanInSpace)
        #expect(!craft(time: "P1D", docked: "P1D").isDockedLongerThanInSpace)
        #expect(!craft(time: nil, docked: "P1D").isDockedLongerThanInSpace)
        #expect(!craft(time: "P1D", docked: nil).isDockedLongerThanInSpace)
    }

    @Test func aCraftIsUnderWayInSpaceOrWhenMoreFlightsBeganThanEnded() {
        #expect(craft(flights: 1, ends: 0).isUnderWay)
        #expect(craft(inSpace: true, flights: 1, ends: 1).isUnderWay)
        #expect(craft(inSpace: true).isUnderWay)
        #expect(!craft(flights: 1, ends: 1).isUnderWay)
        #expect(!craft(flights: 1).isUnderWay)
    }

    @Test func aCraftOfWhichTheSourceDoesNotSayWhetherItIsInSpaceCountsNeitherAsInSpaceNorAsFlown() {
        #expect(!craft(inSpace: nil).isInSpace)
        #expect(!craft(inSpace: nil, flights: 0).hasFlown)
        #expect(!craft(inSpace: nil).isUnderWay)
        #expect(craft(inSpace: nil, flights: 2, ends: 1).isUnderWay)
    }
}
