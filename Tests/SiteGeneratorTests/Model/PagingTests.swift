import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct PagingTests {
    @Test(arguments: [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
    func pagesOfThreeAndOnePageAtLeast(total: Int, pages: Int) {
        #expect(Paging.pageCount(total: total, pageSize: 3) == pages)
        let all = (1...pages).map { Paging(base: "x/", total: total, pageSize: 3, page: $0) }
        #expect(all.flatMap(\.rows) == Array(0..<total))
        #expect(all.map(\.address) == ["x/"] + (1..<pages).map { "x/page/\($0 + 1)/" })
    }

    private func numbers(_ page: Int, of pages: Int) -> String {
        guard case .list(let items) = PagerView.make(Paging(base: "x/", total: pages, pageSize: 1, page: page))?["pages"] else { return "" }
        return items.map { item in
            guard case .object(let object) = item, case .integer(let number) = object["number"] else { return "…" }
            return object["current"] == true ? "[\(number)]" : "\(number)"
        }.joined(separator: " ")
    }

    @Test(arguments: [
        (1, 1, ""), (1, 2, "[1] 2"), (1, 4, "[1] 2 3 4"), (1, 5, "[1] 2 3 4 5"), (1, 9, "[1] 2 3 … 9"), (4, 9, "1 2 3 [4] 5 6 … 9"),
        (5, 9, "1 2 3 4 [5] 6 7 8 9"), (6, 20, "1 … 4 5 [6] 7 8 … 20"), (20, 20, "1 … 18 19 [20]"),
    ])
    func aPagerShowsTheEndsAndThePagesAroundAndAGapForTwoPagesOrMore(page: Int, pages: Int, text: String) {
        #expect(numbers(page, of: pages) == text)
    }

    @Test func aPagerSaysWhichRowsAreShownAndLeadsOnAndBack() {
        let view = PagerView.make(Paging(base: "x/", total: 7, pageSize: 3, page: 2))
        #expect(view?["first"] == 4)
        #expect(view?["last"] == 6)
        #expect(view?["total"] == 7)
        #expect(view?["previous"] == ["path": "x/"])
        #expect(view?["next"] == ["path": "x/page/3/"])
        #expect(PagerView.make(Paging(base: "x/", total: 7, pageSize: 3, page: 3))?["next"] == .null)
    }
}
