import Catalogue
import TemplateEngine

/// A table of craft: all craft on the index in every order, and the craft of one entity on other pages.
enum CraftTableView {
    static let shape: TemplateShape = [
        "id": .text, "caption": .text, "sorted_by": .text, "columns": .list(ColumnView.shape), "rows": .list(CraftRowView.fields.shape),
        "orders": OrdersView.shape, "pager": PagerView.shape, "doubt_note": .text,
        "bars": .object(barColumns.map { (FieldName($0), .bool) }), "shown": .object(CraftColumns.keys.map { (FieldName($0.key), .bool) }),
        "constants": .text, "query": .text, "views": ViewsView.shape,
    ]

    private static let layout = ObjectLayout(shape)
    private static let orderLayout = ObjectLayout("name", "path", "current")

    /// The columns with figures that a bar can compare. The bar is in the column by which the table is ordered.
    private static let barColumns = ["time_in_space", "time_docked", "flights_count", "mission_ends_count"]

    static func hasBars(_ order: TableOrder) -> Bool { barColumns.contains(order.column) }

    /// The craft of an entity, by name unless another order is given.
    ///
    /// - Parameters:
    ///   - positions: the craft's places in the order of names.
    ///   - constants: the columns in which all craft of the list say the same. They are left out.
    ///   - own: those of them that the page itself is about. Of the others the table says once what they hold.
    ///   - note: what is said once, where it is already known.
    ///   - query: the parameter by which the index answers for the same craft.
    static func list(
        _ positions: some Collection<CraftPosition>, id: String, caption: TemplateValue, order: TableOrder = .name,
        constants: CraftColumns = [], own: CraftColumns = [], note: TemplateValue? = nil, query: String? = nil,
        views: TemplateObject? = nil,
        pager: TemplateObject? = nil, _ site: ViewContext
    ) -> TemplateObject {
        make(
            positions, id: id, caption: caption, order: order, isReversed: false, isIndex: false, constants: constants, own: own,
            note: note, query: query, views: views, pager: pager, site)
    }

    /// One page of the index.
    static func index(
        _ positions: some Collection<CraftPosition>, id: String, caption: TemplateValue, order: TableOrder, isReversed: Bool,
        pager: TemplateObject?,
        _ site: ViewContext
    ) -> TemplateObject {
        make(
            positions, id: id, caption: caption, order: order, isReversed: isReversed, isIndex: true, constants: [], own: [], note: nil,
            query: nil,
            views: PictureGroup.areSeveral(site.model.allCraft.positions, site.model)
                ? ViewsView.make(Address.spacecraftIndex) : nil,
            pager: pager, site)
    }

    private static func make(
        _ positions: some Collection<CraftPosition>, id: String, caption: TemplateValue, order: TableOrder, isReversed: Bool, isIndex: Bool,
        constants: CraftColumns, own: CraftColumns, note: TemplateValue?, query: String?, views: TemplateObject?, pager: TemplateObject?,
        _ site: ViewContext
    ) -> TemplateObject {
        let fixed = site.fragments.common.fixedColumns[order] ?? []
        return TemplateObject(
            layout,
            [
                .text(id), caption, .text(order.column),
                isIndex
                    ? .objects(columns(order, isReversed: isReversed, isIndex: true).map(\.view))
                    : .objects(fixed.filter { !constants.contains($0.column) || $0.column.isEmpty }.map(\.view)),
                .list(positions.map { .object(site.fragments.row($0)) }),
                isIndex ? .object(["items": .objects(orders(current: order))]) : .null,
                .optional(pager),
                positions.contains { site.model.spacecraftByName[$0].isDockedLongerThanInSpace } ? doubtNote : .null,
                bars[order] ?? .null,
                site.fragments.common.shown[constants] ?? shown(without: constants),
                note ?? self.note(constants.subtracting(own), positions.first, site),
                .optional(query),
                .optional(views),
            ])
    }

    /// The columns that a table has.
    static func shown(without constants: CraftColumns) -> TemplateValue {
        .object(TemplateObject(CraftColumns.keys.map { (FieldName($0.key), .bool(!constants.contains($0.column))) }))
    }

    private static func note(_ constants: CraftColumns, _ position: CraftPosition?, _ site: ViewContext) -> TemplateValue {
        guard !constants.isEmpty, let position else { return .null }
        let craft = site.model.spacecraftByName[position]
        return ConstantsView.note(
            constants.values(
                of: craft, configuration: site.fragments.ofCraft(at: position)?.configuration.shownName,
                status: site.fragments.ofStatus(craft.statusID)?.name))
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
    static func columns(_ order: TableOrder, isReversed: Bool, isIndex: Bool) -> [(column: CraftColumns, view: TemplateObject)] {
        headings.map { key, label, isNumeric in
            let columnOrder = TableOrder.allCases.first { isIndex && $0.column == key }
            let isSorted = columnOrder == order
            let view = ColumnView.make(
                key, label, isNumeric: isNumeric,
                sorted: isSorted ? order.isDescending(isReversed: isReversed) ? "descending" : "ascending" : nil,
                href: columnOrder?.address(isReversed: isSorted && !isReversed))
            return (CraftColumns.keys.first { $0.key == key }?.column ?? [], view)
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
