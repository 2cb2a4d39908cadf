import Catalogue
import TemplateEngine

/// A table of craft: all craft on the index in every order, and the craft of one entity on other pages.
enum CraftTableView {
    static let shape: TemplateShape = [
        "id": .text, "caption": .text, "sorted_by": .text, "columns": .list(columnShape), "rows": .list(CraftRowView.fields.shape),
        "orders": ["items": .list(orderShape)], "pager": PagerView.shape, "doubt_note": .text,
        "bars": .object(barColumns.map { (FieldName($0), .bool) }),
    ]

    private static let layout = ObjectLayout(shape)
    private static let columnLayout = ObjectLayout(columnShape)
    private static let orderLayout = ObjectLayout(orderShape)

    /// The columns with figures that a bar can compare. The bar is in the column by which the table is ordered.
    private static let barColumns = ["time_in_space", "time_docked", "flights_count", "mission_ends_count"]

    static func hasBars(_ order: TableOrder) -> Bool { barColumns.contains(order.column) }

    private static let columnShape: TemplateShape = [
        "key": .text, "label": .text, "numeric": .bool, "sorted": .text, "href": .text,
    ]
    private static let orderShape: TemplateShape = ["name": .text, "path": .text, "current": .bool]

    /// The craft of an entity, by name unless another order is given.
    ///
    /// - Parameter positions: the craft's places in the order of names.
    static func list(
        _ positions: some Collection<CraftPosition>, id: String, caption: TemplateValue, order: TableOrder = .name,
        pager: TemplateObject? = nil,
        _ site: ViewContext
    ) -> TemplateObject {
        make(positions, id: id, caption: caption, order: order, isReversed: false, isIndex: false, pager: pager, site)
    }

    /// One page of the index.
    static func index(
        _ positions: some Collection<CraftPosition>, id: String, caption: TemplateValue, order: TableOrder, isReversed: Bool,
        pager: TemplateObject?,
        _ site: ViewContext
    ) -> TemplateObject {
        make(positions, id: id, caption: caption, order: order, isReversed: isReversed, isIndex: true, pager: pager, site)
    }

    private static func make(
        _ positions: some Collection<CraftPosition>, id: String, caption: TemplateValue, order: TableOrder, isReversed: Bool, isIndex: Bool,
        pager: TemplateObject?,
        _ site: ViewContext
    ) -> TemplateObject {
        TemplateObject(
            layout,
            [
                .text(id), caption, .text(order.column),
                isIndex
                    ? .objects(columns(order, isReversed: isReversed, isIndex: true)) : site.fragments.common.fixedColumns[order] ?? .null,
                .list(positions.map { .object(site.fragments.row($0)) }),
                isIndex ? .object(["items": .objects(orders(current: order))]) : .null,
                .optional(pager),
                positions.contains { site.model.spacecraftByName[$0].isDockedLongerThanInSpace } ? doubtNote : .null,
                bars[order] ?? .null,
            ])
    }

    private static let doubtNote = TemplateValue.message("craft_table.doubt_note")

    private static let headings: [(key: String, label: TemplateValue, isNumeric: Bool)] = [
        ("id", Label.number, true), ("name", Label.name, false), ("serial_number", Label.serialNumber, false),
        ("configuration", Label.configuration, false),
        ("status", Label.status, false), ("time_in_space", Label.timeInSpace, true), ("time_docked", Label.timeDocked, true),
        ("flights_count", Label.flights, true), ("mission_ends_count", Label.missionEnds, true),
    ]

    private static let bars = TableOrder.values { order in
        .object(TemplateObject(barColumns.map { (FieldName($0), .bool($0 == order.column)) }))
    }

    /// - Parameter isIndex: whether the headings lead to the other orders.
    static func columns(_ order: TableOrder, isReversed: Bool, isIndex: Bool) -> [TemplateObject] {
        headings.map { key, label, isNumeric -> TemplateObject in
            let columnOrder = TableOrder.allCases.first { isIndex && $0.column == key }
            let isSorted = columnOrder == order
            return TemplateObject(
                columnLayout,
                [
                    .text(key), label, .bool(isNumeric),
                    isSorted ? .text(order.isDescending(isReversed: isReversed) ? "descending" : "ascending") : .null,
                    .optional(columnOrder?.address(isReversed: isSorted && !isReversed)),
                ])
        }
    }

    private static func orders(current: TableOrder) -> [TemplateObject] {
        TableOrder.allCases.map { order in
            TemplateObject(orderLayout, [order.label, .text(order.address(isReversed: false)), .bool(order == current)])
        }
    }
}

extension TableOrder {
    fileprivate static func values(_ make: (TableOrder) -> TemplateValue) -> [TableOrder: TemplateValue] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0, make($0)) })
    }
}
