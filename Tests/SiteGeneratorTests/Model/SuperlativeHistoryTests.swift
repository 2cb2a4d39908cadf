import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct SuperlativeHistoryTests {
    /// The present state of three craft, by their numbers.
    static let ada = craft(1, days: 400, flights: 3)
    static let ben = craft(2, days: 350, flights: 2)
    static let cy = craft(3, days: 300, flights: 2)

    static func craft(_ id: Int, days: Int, flights: Int, inSpace: Bool = false) -> Spacecraft {
        Spacecraft(
            id: RecordID(id), name: ["Ada", "Ben", "Cy"][id - 1], inSpace: inSpace, timeInSpace: ISODuration(seconds: days * 86_400),
            flightsCount: flights, statusID: 1, configurationID: 1, fastestTurnaround: ISODuration(seconds: id * 86_400))
    }

    static func changed(_ id: Int, _ fields: (String, String?, String?)...) -> Change {
        Change(EntityKey(.spacecraft, id), name: "X", event: .changed(fields.map { FieldChange(field: $0.0, from: $0.1, to: $0.2) }))
    }
    static func appeared(_ id: Int) -> Change { Change(EntityKey(.spacecraft, id), name: "X", event: .appeared) }
    static func removed(_ id: Int) -> Change { Change(EntityKey(.spacecraft, id), name: "X", event: .removed) }
    static func days(_ days: Int) -> Int { days * 86_400 }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        var record = Superlative.timeInSpace
        var craft = [ada, ben, cy]
        /// The first is the fetch at which the history begins. Each later one is a day after the one before.
        let fetches: [[Change]]
        /// The number of the fetch, the value before it, and the holders of the record.
        var change: (fetch: Int, value: Int, holders: [Int])?
    }

    static let all = [appeared(1), appeared(2), appeared(3)]

    static let cases = [
        Case(testDescription: "no history", fetches: []),
        Case(testDescription: "the fetch that the history begins with tells nothing", fetches: [all]),
        Case(
            testDescription: "it changed hands when a craft landed",
            fetches: [all, [changed(1, ("in_space", "true", "false"), ("time_in_space", "P349D", "P400D"))]],
            change: (1, days(350), [2])),
        Case(
            testDescription: "later changes of others make no difference",
            fetches: [
                all, [changed(1, ("time_in_space", "P349D", "P400D"))], [changed(3, ("time_in_space", "P299D", "P300D"))],
                [changed(2, ("status", "1", "2"))],
            ],
            change: (1, days(350), [2])),
        Case(
            testDescription: "the same craft has another figure", fetches: [all, [changed(1, ("time_in_space", "P399D", "P400D"))]],
            change: (1, days(399), [1])),
        Case(
            testDescription: "the figure of another was corrected", fetches: [all, [changed(2, ("time_in_space", "P900D", "P350D"))]],
            change: (1, days(900), [2])),
        Case(
            testDescription: "a craft drew level", craft: [ada, craft(2, days: 400, flights: 2)],
            fetches: [all, [changed(2, ("time_in_space", "P1D", "P400D"))]], change: (1, days(400), [1])),
        Case(
            testDescription: "a craft appeared with the record", fetches: [[appeared(2), appeared(3)], [appeared(1)]],
            change: (1, days(350), [2])),
        Case(
            testDescription: "flights", record: .flightsCount, fetches: [all, [changed(1, ("flights_count", "2", "3"))]],
            change: (1, 2, [1, 2, 3])),
        Case(
            testDescription: "flights of a craft in space count all the same", record: .flightsCount,
            craft: [craft(1, days: 1, flights: 3, inSpace: true), ben],
            fetches: [all, [changed(1, ("flights_count", "1", "3"), ("in_space", "false", "true"))]],
            change: (1, 2, [2])),
        Case(
            testDescription: "the fastest turnaround is the shortest", record: .fastestTurnaround,
            fetches: [all, [changed(1, ("fastest_turnaround", nil, "P1D"))]], change: (1, days(2), [2])),
        // Cases that the history does not answer.
        Case(
            testDescription: "the holder is in space: its time goes up with every request",
            craft: [craft(1, days: 400, flights: 3, inSpace: true), ben],
            fetches: [all, [changed(1, ("in_space", "false", "true"), ("time_in_space", "P1D", "P2D"))]]),
        Case(
            testDescription: "a craft that was in space then could have held it",
            fetches: [all, [changed(1, ("in_space", "true", "false"), ("time_in_space", "P399D", "P400D"))]]),
        Case(
            testDescription: "a craft was removed, and its figures with it",
            fetches: [all, [changed(1, ("time_in_space", "P1D", "P400D"))], [removed(9)]]),
        Case(
            testDescription: "the history does not fit the craft", fetches: [all, [changed(1, ("time_in_space", "P1D", "P777D"))]]),
        Case(testDescription: "nobody held it before", craft: [ada], fetches: [[appeared(9)], [appeared(1)]]),
    ]

    @Test(arguments: cases)
    func theLastChangeOfARecordIsFoundBackwards(_ example: Case) throws {
        var contents = Sample.contents
        contents.spacecraft = example.craft
        let history = example.fetches.enumerated().flatMap { fetch, changes in
            changes.map { DatedChange(date: Timestamp(secondsSince1970: 86_400 * fetch), change: $0) }
        }
        let found = SuperlativeHistory.lastChange(of: example.record, in: try Catalogue(contents), HistoryIndex(history))
        #expect(
            found
                == example.change.map {
                    SuperlativeHistory.LastChange(
                        date: Timestamp(secondsSince1970: 86_400 * $0.fetch), value: $0.value, holders: $0.holders.map { RecordID($0) })
                })
    }

    @Test func whereAChangeHasNoDateNothingIsSaid() throws {
        let changes = [Self.changed(1, ("flights_count", "1", "3"))]
        let history = (Self.all + changes).map { DatedChange(date: nil, change: $0) }
        var contents = Sample.contents
        contents.spacecraft = [Self.ada, Self.ben]
        #expect(SuperlativeHistory.lastChange(of: .flightsCount, in: try Catalogue(contents), HistoryIndex(history)) == nil)
    }
}
