/// One page of a table that may run over several.
struct Paging: Sendable, Hashable {
    /// The address of the first page; the others are below it.
    let base: String
    let total: Int
    let pageSize: Int
    /// From 1.
    let page: Int

    var pageCount: Int { Self.pageCount(total: total, pageSize: pageSize) }

    /// The rows of this page.
    var rows: Range<Int> {
        let start = min((page - 1) * pageSize, total)
        return start..<min(start + pageSize, total)
    }

    var address: String { address(of: page) }

    func address(of page: Int) -> String { Address.page(page, of: base) }

    /// An empty table has one page too.
    static func pageCount(total: Int, pageSize: Int) -> Int {
        max(1, (total + pageSize - 1) / pageSize)
    }
}

extension Paging {
    var previous: AdjacentPages.Page? { page > 1 ? .init(name: "Previous page", path: address(of: page - 1)) : nil }
    var next: AdjacentPages.Page? { page < pageCount ? .init(name: "Next page", path: address(of: page + 1)) : nil }
}
