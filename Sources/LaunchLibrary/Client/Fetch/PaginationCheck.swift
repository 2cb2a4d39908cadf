import Catalogue

/// Checks the pages of one list as they arrive, and notices when the list changes meanwhile.
struct PaginationCheck {
    /// The facts about one page that the check needs.
    struct Page {
        /// The ids of the records. The id of a record that gives none is nil.
        let ids: [Int?]
        let count: Int
        let hasNext: Bool
        /// The offset in the address of the next page. It is nil when the address has none.
        var nextOffset: Int?
        /// Whether the request for the page began with the last record of the page before.
        var isOverlapping = false
    }

    /// Whether the list is in the order of ids.
    let isOrderedByID: Bool
    /// The number of records so far.
    private(set) var records = 0
    /// The id of the last record so far. It is nil when that record gives none.
    private(set) var last: Int?
    private var greatest = 0
    private var ids: Set<Int> = []
    private var count: Int?
    private var pages = 0

    init(isOrderedByID: Bool) {
        self.isOrderedByID = isOrderedByID
    }

    /// - Returns: the sign that the list changed before this page or while the server made it. None of the records so far are usable then.
    mutating func add(_ page: Page) -> PaginationInconsistency? {
        pages += 1
        if let count, count != page.count { return .counted(page: pages, count: page.count, before: count) }
        count = page.count
        var new = page.ids[...]
        if page.isOverlapping, records > 0 {
            guard let first = new.popFirst() else { return .shifted(page: pages, first: nil, last: last) }
            guard first == last else { return first.map { .shifted(page: pages, first: $0, last: last) } ?? .unidentified(page: pages) }
        }
        for case let id? in new {
            guard ids.insert(id).inserted, !isOrderedByID || pages == 1 || id > greatest else {
                return .misplaced(page: pages, id: id)
            }
        }
        greatest = max(greatest, new.compactMap(\.self).max() ?? 0)
        if let newest = new.last { last = newest }
        records += new.count
        guard page.hasNext else { return records == page.count ? nil : .incomplete(records: records, count: page.count) }
        if let offset = page.nextOffset, offset != records { return .gap(page: pages, records: records, offset: offset) }
        // Both cases could go on for ever.
        guard !new.isEmpty else { return .barren(page: pages) }
        return records < page.count ? nil : .endless(page: pages, count: page.count)
    }
}

/// The signs that a list has changed since its reading began. Pages are counted from 1.
enum PaginationInconsistency: Hashable {
    /// The page gives a different number of records in the list than the page before it.
    case counted(page: Int, count: Int, before: Int)
    /// The request for the page began with the last record of the page before, but the page begins with another record or has none.
    case shifted(page: Int, first: Int?, last: Int?)
    /// The page should begin with the last record of the page before it, but its first record gives no id.
    case unidentified(page: Int)
    /// The page holds a record that belongs before it. The record occurred already or, in the order of ids, should have occurred.
    case misplaced(page: Int, id: Int)
    /// The number of records so far differs from the offset of the next page.
    case gap(page: Int, records: Int, offset: Int)
    /// The page brings no new record and is not the last.
    case barren(page: Int)
    /// All records have arrived, but the page is not the last.
    case endless(page: Int, count: Int)
    /// The last page has arrived, but the number of records is not the expected count.
    case incomplete(records: Int, count: Int)

    /// A description of the sign for the operator.
    func words(_ kind: EntityKind) -> String {
        switch self {
        case .counted(let page, let count, let before):
            "page \(page) counts \(count) \(kind.plural), and page \(page - 1) counted \(before)"
        case .shifted(let page, let first, let last):
            "page \(page) of the \(kind.plural) does not go on where page \(page - 1) ended: it "
                + (first.map { "begins with number \($0) and not with \(last.map(String.init) ?? "one without a number")" }
                    ?? "is empty")
        case .unidentified(let page):
            "page \(page) of the \(kind.plural) does not go on where page \(page - 1) ended: it begins with one without a number"
        case .misplaced(let page, let id): "page \(page) of the \(kind.plural) holds number \(id), which has its place before it"
        case .gap(let page, let records, let offset):
            "\(records) \(kind.plural) came on the pages up to \(page), and the next begins after \(offset)"
        case .barren(let page): "page \(page) of the \(kind.plural) brings nothing new, and there is a next one"
        case .endless(let page, let count): "page \(page) ends the \(count) \(kind.plural) that it counts, and there is a next one"
        case .incomplete(let records, let count): "\(records) of \(count) \(kind.plural) came"
        }
    }
}
