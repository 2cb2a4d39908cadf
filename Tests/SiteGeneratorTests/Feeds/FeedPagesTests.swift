import Catalogue
import Testing

@testable import SiteGenerator

/// The pages are shown as their addresses with the numbers of their craft. A craft's number is its position here.
@Suite struct FeedPagesTests {
    private static func pages(_ dates: [(number: Int, date: String?)], size: Int = 2) -> [String] {
        let dateOf = Dictionary(uniqueKeysWithValues: dates.map { ($0.number, $0.date.flatMap { Timestamp(rfc3339: $0 + "T12:00:00Z") }) })
        let pages = FeedPages(dates.map { CraftPosition($0.number) }, size: size, date: { dateOf[$0.index] ?? nil }, number: \.index).pages
        return pages.map { "\($0.address): " + $0.positions.map { String($0.index) }.joined(separator: " ") }
    }

    @Test func theNewestAreTheFeedAndTheOthersStandByMonth() {
        let pages = Self.pages([
            (7, "2026-03-09"), (5, "2026-03-08"), (6, "2026-03-02"), (9, "2026-03-01"), (2, "2026-02-28"), (3, "2025-12-31"),
            (1, "2025-12-01"),
        ])
        #expect(pages == ["feed.json: 7 5", "feed/2026-03.json: 6 9", "feed/2026-02.json: 2", "feed/2025-12.json: 3 1"])
    }

    @Test func aMonthWithMoreThanAPageHoldsIsPartedByNumbers() {
        let pages = Self.pages([
            (9, "2026-03-09"), (8, "2026-03-09"), (5, "2026-02-09"), (1, "2026-02-08"), (7, "2026-02-07"), (4, "2026-02-07"),
            (0, "2026-01-01"),
        ])
        #expect(
            pages == [
                "feed.json: 9 8", "feed/2026-02/6-7.json: 7", "feed/2026-02/4-5.json: 5 4", "feed/2026-02/0-1.json: 1",
                "feed/2026-01.json: 0",
            ])
    }

    @Test func aMonthThatOutgrowsAPageIsSplitAndThePageBeforeItLeadsElsewhere() {
        let march = (0..<2).map { (number: 10 + $0, date: Optional("2026-03-09")) }
        let february = (0..<3).reversed().map { (number: $0, date: Optional("2026-02-01")) }
        #expect(Self.pages(march + february.dropLast()) == ["feed.json: 10 11", "feed/2026-02.json: 2 1"])
        #expect(Self.pages(march + february) == ["feed.json: 10 11", "feed/2026-02/2-3.json: 2", "feed/2026-02/0-1.json: 1 0"])
    }

    @Test func craftWithoutADateAreTheLast() {
        #expect(
            Self.pages([(3, "2026-03-09"), (2, "2026-03-09"), (5, "2026-02-09"), (4, nil), (1, nil), (0, nil)])
                == ["feed.json: 3 2", "feed/2026-02.json: 5", "feed/undated/4-5.json: 4", "feed/undated/0-1.json: 1 0"])
        #expect(Self.pages([(1, nil)]) == ["feed.json: 1"])
    }

    @Test func aFeedWithoutCraftIsOnePage() {
        #expect(Self.pages([]) == ["feed.json: "])
    }

    /// Such are the pages that an update writes and sends.
    @Test func aChangedCraftTouchesTheFeedTheMonthItLeavesAndTheMonthOfTheOneThatMakesRoom() {
        let before = Self.pages((0..<40).reversed().map { ($0, "2026-01-01") }, size: 5)
        let after = Self.pages([(17, "2026-02-02")] + (0..<40).reversed().filter { $0 != 17 }.map { ($0, "2026-01-01") }, size: 5)
        #expect(before.count == 8)
        #expect(
            Set(after).subtracting(before)
                == [
                    "feed.json: 17 39 38 37 36", "feed/2026-01/35-39.json: 35", "feed/2026-01/15-19.json: 19 18 16 15",
                ])
    }
}
