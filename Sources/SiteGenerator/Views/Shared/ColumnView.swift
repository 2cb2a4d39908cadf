import TemplateEngine

/// The head of a column in a table.
enum ColumnView {
    static let shape: TemplateShape = [
        "key": .text, "label": .text, "numeric": .bool, "drop": .text, "sorted": .text, "href": .text,
    ]
    private static let layout = ObjectLayout(shape)

    /// The screen width below which a column is hidden.
    enum Drop: String {
        case never = ""
        case wide
        case middle
    }

    /// - Parameters:
    ///   - key: the name of the column, by which the style sheet and the script find its cells.
    ///   - sorted: the direction of the table's order, for the column that has it.
    ///   - href: the address of the list in the order of the column.
    static func make(
        _ key: String, _ label: TemplateValue, isNumeric: Bool = false, drop: Drop = .never, sorted: String? = nil, href: String? = nil
    ) -> TemplateObject {
        TemplateObject(
            layout, [.text(key), label, .bool(isNumeric), .optional(drop.rawValue), .optional(sorted), .optional(href)])
    }

    static func make(_ key: String, _ label: TemplateValue, isNumeric: Bool = false, drop: Drop = .never, in order: ListOrder?)
        -> TemplateObject
    {
        make(
            key, label, isNumeric: isNumeric, drop: order?.key == key ? .never : drop, sorted: order?.sorted(key),
            href: order?.address(ofColumn: key))
    }
}

/// The links to the other orders of a table.
enum OrdersView {
    static let shape: TemplateShape = ["items": .list(["name": .text, "path": .text, "current": .bool])]

    static func make(_ order: ListOrder?) -> TemplateValue {
        order.map { ["items": $0.links] } ?? .null
    }
}

/// What a table says once because it is the same in each row, in place of a column.
enum ConstantsView {
    /// Null when there is nothing to say. Nothing is said of a null.
    static func note(_ values: [(label: TemplateValue, value: TemplateValue)]) -> TemplateValue {
        let values = values.filter { $0.value != .null }
        guard !values.isEmpty else { return .null }
        return .message(
            "tables.constants",
            [
                "values": Formatted.semicolons(
                    values.map { .message("tables.constant", ["label": $0.label, "value": $0.value]) })
            ])
    }
}
