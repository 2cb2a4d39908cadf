import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct CraftGroupTests {
    private func craft(_ id: Spacecraft.ID, _ seconds: Int?, flights: Int? = 1, inSpace: Bool = false) -> Spacecraft {
        Spacecraft(
            id: id, name: "Craft \(id)", inSpace: inSpace, timeInSpace: seconds.map { ISODuration(seconds: $0) }, flightsCount: flights,
            statusID: 1, configurationID: 1)
    }

    private func group(_ craft: Spacecraft...) -> CraftGroup { CraftGroup(positions: CraftPosition.all(craft.count), in: craft) }

    @Test(arguments: [([], 0, 0), ([5], 5, 5), ([1, 3], 2, 3), ([9, 1, 5], 5, 9), ([0, 0, 4, 8], 6, 8)] as [([Int], Int, Int)])
    func theMedianAndTheLongestAreThoseOfTheRecordedTimes(seconds: [Int], median: Int, longest: Int) {
        let times = CraftGroup.Times(seconds)
        #expect(times.median == median)
        #expect(times.longest == longest)
    }

    @Test func equalTimesShareARankAndTheNextHasThatOfItsPlace() {
        let times = CraftGroup.Times([10, 40, 40, 20, 0])
        #expect([40, 20, 10].map(times.rank) == [1, 3, 4])
        #expect(times.count == 4)
    }

    @Test func aGroupAddsUpWhatItsCraftSay() {
        let craft = [craft(1, 10, flights: 2), craft(2, 30, flights: nil), craft(3, nil, flights: 3, inSpace: true)]
        let group = CraftGroup(positions: CraftPosition.all(3), in: craft)
        #expect(group.flights == 5)
        #expect(group.inSpace == 1)
        #expect(group.longest?.id == 2)
        #expect(group.timesInSpace.count == 2)
        #expect(SpreadChart(craft, .english)?.recordedCount == 2)
    }

    @Test func aGroupHasNotFlownOnlyWhereEachOfItsCraftSaysSo() {
        #expect(group(craft(1, 0, flights: 0), craft(2, nil, flights: 0)).timeInSpaceAbsence == Absence.notFlown)
        #expect(group(craft(1, 0, flights: 0), craft(2, nil, flights: nil)).timeInSpaceAbsence == Absence.notRecorded)
        #expect(group(craft(1, 0, flights: 0, inSpace: true)).timeInSpaceAbsence == Absence.notRecorded)
        #expect(CraftGroup.empty.timeInSpaceAbsence == Absence.notRecorded)
    }

    @Test func oneRecordedTimeIsNoSpread() {
        #expect(SpreadChart([craft(1, 10), craft(2, 0), craft(3, nil)], .english) == nil)
    }
}
