import Catalogue

/// Follows the pages of one list as they come, and notices when the list changes meanwhile.
struct PaginationCheck {
    /// What is to be known of one page.
    struct Page {
        let ids: [Int]
        let count: Int
        let hasNext: Bool
        /// How many records the address of the next page passes over, where it says so.
        var nextOffset: Int?
        /// Whether the page was asked for from the last record of the one before on.
        var isOverlapping = false
    }

    /// Whether the list is in the order of ids.
    let isOrderedByID: Bool
    /// How many records have come.
    private(set) var records = 0
    /// The id of the last of them.
    private(set) var last: Int?
    private var greatest = 0
    private var ids: Set<Int> = []
    private var count: Int?
    private var pages = 0

    init(isOrderedByID: Bool) {
        self.isOrderedByID = isOrderedByID
    }

    /// - Returns: the sign that the list moved before this page, or while it was made; then nothing that has come is of use.
    mutating func add(_ page: Page) -> PaginationInconsistency? {
        pages += 1
        if let count, count != page.count { return .counted(page: pages, count: page.count, before: count) }
        count = page.count
        var new = page.ids[...]
        if page.isOverlapping, let last {
            guard new.popFirst() == last else { return .shifted(page: pages, first: page.ids.first, last: last) }
        }
        for id in new {
            guard ids.insert(id).inserted, !isOrderedByID || pages == 1 || id > greatest else {
                return .misplaced(page: pages, id: id)
            }
        }
        greatest = max(greatest, new.max() ?? 0)
        last = new.last ?? last
        records += new.count
        guard page.hasNext else { return records == page.count ? nil : .incomplete(records: records, count: page.count) }
        if let offset = page.nextOffset, offset != records { return .gap(page: pages, records: records, offset: offset) }
        // Either could go on for ever.
        guard !new.isEmpty else { return .barren(page: pages) }
        return records < page.count ? nil : .endless(page: pages, count: page.count)
    }
}

/// How a list shows that it has changed since its reading began. Pages are counted from 1.
enum PaginationInconsistency: Hashable {
    /// The page counts another number of records than the one before it.
    case counted(page: Int, count: Int, before: Int)
    /// The page was asked for from the last record of the one before on, and begins with another, or with none.
    case shifted(page: Int, first: Int?, last: Int)
    /// The page holds a record that has its place before it: it was there already or, in the order of ids, should have been.
    case misplaced(page: Int, id: Int)
    /// Another number of records has come than the address of the next page passes over.
    case gap(page: Int, records: Int, offset: Int)
    /// The page brings nothing new, and is not the last.
    case barren(page: Int)
    /// All records have come, and the page is not the last.
    case endless(page: Int, count: Int)
    /// The last page has come, and not as many records as are counted.
    case incomplete(records: Int, count: Int)

    /// What was seen, for the operator.
    func words(_ kind: EntityKind) -> String {
        switch self {
        case .counted(let page, let count, let before):
            "page \(page) counts \(count) \(kind.plural), and page \(page - 1) counted \(before)"
        case .shifted(let page, let first, let last):
            "page \(page) of the \(kind.plural) does not go on where page \(page - 1) ended: it "
                + (first.map { "begins with number \($0) and not with \(last)" } ?? "is empty")
        case .misplaced(let page, let id): "page \(page) of the \(kind.plural) holds number \(id), which has its place before it"
        case .gap(let page, let records, let offset):
            "\(records) \(kind.plural) came on the pages up to \(page), and the next begins after \(offset)"
        case .barren(let page): "page \(page) of the \(kind.plural) brings nothing new, and there is a next one"
        case .endless(let page, let count): "page \(page) ends the \(count) \(kind.plural) that it counts, and there is a next one"
        case .incomplete(let records, let count): "\(records) of \(count) \(kind.plural) came"
        }
    }
}
