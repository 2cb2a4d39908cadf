/// Follows the pages of one list as they come, and notices when the list moves meanwhile.
struct ListWatch {
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
    mutating func add(_ page: Page) -> ListMovement? {
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
