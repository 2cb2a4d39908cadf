import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct SuperlativeTests {
    /// The craft by number, with their days in space and the days between two flights.
    static func register(_ craft: [Spacecraft.ID: (inSpace: Int?, turnaround: Int?)]) -> EntityTable<Spacecraft> {
        EntityTable(
            craft.map { id, days in
                Spacecraft(
                    id: id, name: "Craft \(id)", timeInSpace: days.inSpace.map { ISODuration(seconds: $0 * 86_400) }, statusID: 1,
                    configurationID: 1, fastestTurnaround: days.turnaround.map { ISODuration(seconds: $0 * 86_400) })
            })
    }

    static let register = register([1: (20, 9), 2: (nil, nil), 3: (30, 5), 4: (0, 0), 5: (30, 5), 6: (10, 7)])

    @Test(arguments: [
        (Superlative.timeInSpace, 10, [3, 5, 1, 6]), (.timeInSpace, 3, [3, 5, 1]), (.timeInSpace, 0, []),
        (.fastestTurnaround, 10, [3, 5, 6, 1]), (.fastestTurnaround, 1, [3]), (.timeDocked, 10, []),
    ])
    func theBestComeFirstEqualOnesByTheirNumbersWhatIsNotRecordedNotAtAll(
        superlative: Superlative, limit: Int, ids: [Spacecraft.ID]
    ) {
        let best = superlative.best(limit, of: Self.register)
        #expect(best.map(\.craft.id) == ids)
        #expect(best.map(\.value) == best.map { superlative.value(of: $0.craft) })
    }

    @Test(arguments: [(Superlative.timeInSpace, [3, 5]), (.fastestTurnaround, [3, 5]), (.timeDocked, [])])
    func thoseWhoShareTheBestValueHoldTheRecord(superlative: Superlative, ids: [Spacecraft.ID]) {
        #expect(superlative.holders(in: Self.register) == ids)
    }

    /// The craft in a list of about four, and the tie beyond it: days, number of craft, whether the list has the first of them.
    @Test(
        arguments: [
            ([9, 8, 7, 6, 5], "9 8 7 6", nil),
            ([9, 8, 7, 6, 6, 6], "9 8 7 6 6 6", nil),
            ([9, 8, 7, 6, 6, 6, 5], "9 8 7 6 6 6", nil),
            ([9, 8, 7, 6, 6, 6, 6, 6], "9 8 7", "6: 5 not listed"),
            ([9, 1, 1, 1, 1, 1, 1, 1, 1], "9", "1: 8 not listed"),
            ([1, 1, 1, 1, 1, 1, 1, 1], "1 1 1 1", "1: 8 listed"),
            ([1, 1, 1], "1 1 1", nil), ([], "", nil),
        ] as [([Int], String, String?)])
    func aListDoesNotEndAmongEqualsButBeforeThemWhereTheyAreMany(days: [Int], listed: String, tie: String?) {
        let register = Self.register(
            Dictionary(uniqueKeysWithValues: days.enumerated().map { (RecordID($0.offset + 1), (inSpace: $0.element, turnaround: nil)) }))
        let list = Superlative.timeInSpace.list(4, of: register)
        #expect(list.rows.map { "\($0.value / 86_400)" }.joined(separator: " ") == listed)
        #expect(list.tie.map { "\($0.value / 86_400): \($0.count) \($0.isListed ? "listed" : "not listed")" } == tie)
    }

    @Test func aRecordPassesToOneThatIsBetter() {
        let register = Self.register([1: (5, 4), 2: (5, 4), 3: (6, 3), 4: (2, 8)])
        #expect(Superlative.timeInSpace.holders(in: register) == [3])
        #expect(Superlative.fastestTurnaround.holders(in: register) == [3])
    }
}
