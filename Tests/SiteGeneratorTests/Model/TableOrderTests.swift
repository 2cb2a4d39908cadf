import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct TableOrderTests {
    @Test(
        arguments: [
            (.name, "spacecraft/", "spacecraft/by-name/descending/", [701, 551, 700, 126, 130, 107, 703, 318, 702]),
            (.id, "spacecraft/by-id/", "spacecraft/by-id/descending/", [107, 126, 130, 318, 551, 700, 701, 702, 703]),
            (
                .timeInSpace, "spacecraft/by-time-in-space/", "spacecraft/by-time-in-space/ascending/",
                [551, 107, 126, 318, 703, 701, 130, 700, 702]
            ),
            (
                .timeDocked, "spacecraft/by-time-docked/", "spacecraft/by-time-docked/ascending/",
                [551, 126, 107, 703, 130, 318, 701, 700, 702]
            ),
            (.flightsCount, "spacecraft/by-flights/", "spacecraft/by-flights/ascending/", [703, 551, 107, 126, 130, 318, 701, 700, 702]),
            (
                .missionEndsCount, "spacecraft/by-mission-ends/", "spacecraft/by-mission-ends/ascending/",
                [703, 551, 107, 126, 130, 318, 701, 700, 702]
            ),
        ] as [(TableOrder, String, String, [Int])])
    func anOrderHasAnAddressForEachDirectionAndNullComesLast(order: TableOrder, natural: String, reversed: String, ids: [Int])
        throws
    {
        #expect(order.address(isReversed: false) == natural)
        #expect(order.address(isReversed: true) == reversed)
        let craft = SiteModel(try Sample.input()).spacecraftByName
        #expect(order.positions(in: craft, isReversed: false).map { craft[$0].id.number } == ids)
        #expect(Set(order.positions(in: craft, isReversed: true).map { craft[$0].id.number }) == Set(ids))
    }

    @Test func everyAddressIsThatOfOneOrder() {
        let addresses = TableOrder.allCases.flatMap { [$0.address(isReversed: false), $0.address(isReversed: true)] }
        #expect(Set(addresses).count == 12)
        let words = TableOrder.allCases.flatMap { [$0.words(isReversed: false).english, $0.words(isReversed: true).english] }
        #expect(Set(words).count == 12)
    }

    @Test func nullComesLastInTheOtherDirectionToo() throws {
        let craft = SiteModel(try Sample.input()).spacecraftByName
        #expect(
            TableOrder.timeInSpace.positions(in: craft, isReversed: true).map { craft[$0].id } == [
                130, 701, 703, 318, 126, 107, 551, 700, 702,
            ])
    }
}
