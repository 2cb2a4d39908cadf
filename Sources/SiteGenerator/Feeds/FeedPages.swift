import Catalogue

/// The pages of the JSON feed: one with the craft that changed last, and behind it those of each month, newest first.
///
/// With numbered pages each change would shift all craft that changed since the last change of that one, and so rewrite their pages. A page is
/// therefore what belongs to a month. A month with more craft than a page may have, such as that of the first fetch, is split by the numbers of
/// the craft. As a rule a change then touches three pages: the first, that of the month which the craft has left, and that of the month whose craft
/// the first page has no room for. More change where a page begins or becomes empty, and where a month outgrows a page.
struct FeedPages: Sendable {
    /// The first of them is the feed itself. It may be empty.
    let pages: [Page]

    struct Page: Sendable, Equatable {
        let address: String
        let positions: [CraftPosition]
    }

    /// - Parameters:
    ///   - order: the craft that changed last first.
    ///   - size: the maximum number of craft on a page.
    ///   - date: of the last change of a craft.
    ///   - number: by which the source knows a craft.
    init(_ order: [CraftPosition], size: Int, date: (CraftPosition) -> Timestamp?, number: (CraftPosition) -> Int) {
        var pages = [Page(address: Address.jsonFeed, positions: Array(order.prefix(size)))]
        var rest = order.dropFirst(size)
        while let first = rest.first.map(date) {
            let craft = rest.prefix { Self.isSameMonth(date($0), first) }
            rest = rest.dropFirst(craft.count)
            let folder = "feed/" + (first?.rfc3339.prefix("2026-01".count) ?? "undated")
            if craft.count <= size {
                pages.append(Page(address: folder + ".json", positions: Array(craft)))
            } else {
                let parts = Dictionary(grouping: craft) { number($0) / size }.sorted { $0.key > $1.key }
                pages += parts.map { part, craft in
                    Page(address: "\(folder)/\(part * size)-\((part + 1) * size - 1).json", positions: craft)
                }
            }
        }
        self.pages = pages
    }

    private static func isSameMonth(_ left: Timestamp?, _ right: Timestamp?) -> Bool {
        left?.date.year == right?.date.year && left?.date.month == right?.date.month
    }
}
