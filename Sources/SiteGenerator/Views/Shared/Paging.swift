import TemplateEngine

/// One page of a table that may have several pages.
struct Paging: Sendable, Hashable {
    /// The address of the first page. The other pages are below it.
    let base: String
    let total: Int
    let pageSize: Int
    /// The number of the page, from 1.
    let page: Int

    var pageCount: Int { Self.pageCount(total: total, pageSize: pageSize) }

    var rows: Range<Int> {
        let start = min((page - 1) * pageSize, total)
        return start..<min(start + pageSize, total)
    }

    var address: String { address(of: page) }

    func address(of page: Int) -> String { Address.page(page, of: base) }

    /// The number of pages. An empty table has one page too.
    static func pageCount(total: Int, pageSize: Int) -> Int {
        max(1, (total + pageSize - 1) / pageSize)
    }
}

extension Paging {

    var previous: AdjacentPages.Page? { page > 1 ? .init(name: .message("pager.previous_page"), path: address(of: page - 1)) : nil }
    var next: AdjacentPages.Page? { page < pageCount ? .init(name: .message("pager.next_page"), path: address(of: page + 1)) : nil }
}

/// The links between the pages of one table.
enum PagerView {
    static let shape: TemplateShape = [
        "first": .number, "last": .number, "total": .number, "previous": ["path": .text], "next": ["path": .text],
        "pages": .list(["number": .number, "path": .text, "current": .bool]),
    ]

    /// Nil when there is only one page.
    static func make(_ paging: Paging) -> TemplateObject? {
        guard paging.pageCount > 1 else { return nil }
        let page = paging.page
        return [
            "first": .integer(paging.rows.lowerBound + 1),
            "last": .integer(paging.rows.upperBound),
            "total": .integer(paging.total),
            "previous": page > 1 ? ["path": .text(paging.address(of: page - 1))] : .null,
            "next": page < paging.pageCount ? ["path": .text(paging.address(of: page + 1))] : .null,
            "pages": .objects(
                shownPages(paging).map { number in
                    [
                        "number": number.map(TemplateValue.integer) ?? .null, "path": .optional(number.map(paging.address)),
                        "current": .bool(number == page),
                    ]
                }),
        ]
    }

    /// The first page, the last page, and the pages around the current one. Nil marks a gap of two pages or more.
    private static func shownPages(_ paging: Paging) -> [Int?] {
        var shown: [Int?] = []
        var last = 0
        for number in 1...paging.pageCount
        where number == 1 || number == paging.pageCount || abs(number - paging.page) <= 2 {
            if number > last + 1 { shown.append(number == last + 2 ? last + 1 : nil) }
            shown.append(number)
            last = number
        }
        return shown
    }
}
