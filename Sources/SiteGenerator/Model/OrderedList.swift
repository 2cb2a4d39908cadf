import Catalogue
import TemplateEngine

/// A list that is whole on one page: of configurations, agencies, families or licences. Each order has a page of its own, both ways.
struct OrderedList: Sendable {
    /// The address of the list in the order of its first column.
    let address: String
    /// What the list is of, for captions and titles.
    let heading: TemplateValue
    /// The columns by which the list can be ordered.
    let columns: [Column]

    struct Column: Sendable {
        /// The name of the column in tables and in the words: `craft_count`.
        let key: String
        /// The order's part of an address: `by-craft`.
        let slug: String
        let label: TemplateValue
        /// Whether the largest value comes first in the natural direction.
        var isDescending = true
        /// The value of each entity, by its place in the order of names. Nil is not recorded. The column of names has no values.
        var values: (@Sendable (SiteModel) -> [Int?])?

        static func name(_ label: TemplateValue = Label.name) -> Column {
            Column(key: "name", slug: "by-name", label: label, isDescending: false)
        }
    }

    /// All orders of the list. A column that says the same of each entity gives none, for there is nothing to order by.
    func orders(_ model: SiteModel) -> [ListOrder] {
        let columns = columns.enumerated().compactMap { index, column -> (column: Column, values: [Int?]?)? in
            let values = column.values?(model)
            return index > 0 && values.map { Set($0).count < 2 } ?? false ? nil : (column, values)
        }
        return columns.flatMap { column, values in
            [false, true].map { ListOrder(list: self, columns: columns.map(\.column), column: column, values: values, isReversed: $0) }
        }
    }
}

/// One order of such a list.
struct ListOrder: Sendable {
    let list: OrderedList
    /// The columns by which this list is ordered on some page.
    let columns: [OrderedList.Column]
    let column: OrderedList.Column
    private let values: [Int?]?
    let isReversed: Bool

    fileprivate init(
        list: OrderedList, columns: [OrderedList.Column], column: OrderedList.Column, values: [Int?]?, isReversed: Bool
    ) {
        self.list = list
        self.columns = columns
        self.column = column
        self.values = values
        self.isReversed = isReversed
    }

    var key: String { column.key }
    var isDescending: Bool { column.isDescending != isReversed }
    /// Whether it is the order of the list's own page.
    var isFirst: Bool { !isReversed && key == list.columns[0].key }
    var address: String { address(of: column, isReversed: isReversed) }

    /// The description of the order inside a sentence: `most craft first`.
    var words: TemplateValue { .message("orders.words", ["order": .text(key), "reversed": .bool(isReversed)]) }

    /// `Configurations, most craft first`
    var caption: TemplateValue { .message("orders.caption", ["heading": list.heading, "order": words]) }

    /// Puts what is in the order of names into this order. What is not recorded comes last in both directions, and equal values are in the
    /// order of names.
    func ordered<Entry>(_ byName: [Entry]) -> [Entry] {
        guard let values else { return isReversed ? byName.reversed() : byName }
        let recorded = values.indices.filter { values[$0] != nil }.sorted {
            let (first, second) = (values[$0] ?? 0, values[$1] ?? 0)
            return first == second ? $0 < $1 : (first < second) != isDescending
        }
        return (recorded + values.indices.filter { values[$0] == nil }).map { byName[$0] }
    }

    /// The direction in the words of `aria-sort`, for the column of the order. Nil for the other columns.
    func sorted(_ key: String) -> String? { key == self.key ? isDescending ? "descending" : "ascending" : nil }

    /// Where the head of a column leads: to the order by it, or to the reverse of the order that is already there.
    func address(ofColumn key: String) -> String? {
        columns.first { $0.key == key }.map { address(of: $0, isReversed: key == self.key && !isReversed) }
    }

    /// The orders as links, for screens on which columns are left out.
    var links: TemplateValue {
        .objects(
            columns.map { column in
                [
                    "name": column.label, "path": .text(address(of: column, isReversed: false)),
                    "current": .bool(column.key == key),
                ]
            })
    }

    private func address(of column: OrderedList.Column, isReversed: Bool) -> String {
        let own = list.address + column.slug + "/"
        guard isReversed else { return column.key == list.columns[0].key ? list.address : own }
        return own + (column.isDescending ? "ascending/" : "descending/")
    }
}
