import Catalogue
import TemplateEngine

/// A table of configurations. A column that says the same of each is left out.
enum ConfigurationTableView {
    static let shape: TemplateShape = [
        "id": .text, "caption": .text, "sorted_by": .text, "columns": .list(ColumnView.shape), "rows": .list(row.shape),
        "orders": OrdersView.shape, "constants": .text, "views": ViewsView.shape,
        "shown": .object(optionalColumns.map { (FieldName($0.key), .bool) }), "bars": .object(barColumns.map { (FieldName($0), .bool) }),
    ]

    /// What a row is made from. The row of a configuration is the same in every table.
    struct Row {
        let configuration: Configuration
        let group: CraftGroup
        let type: ConfigurationType?
        let agency: Agency?

        init(_ configuration: Configuration, _ model: SiteModel) {
            self.configuration = configuration
            group = model.craft(ofConfiguration: configuration.id)
            type = model.type(of: configuration)
            agency = model.agency(of: configuration)
        }
    }

    static let row: ViewFields<Row, SiteModel> = [
        .init("id", .number) { row, _ in .integer(row.configuration.id.number) },
        .init("path", .text) { row, _ in .text(Address.page(of: row.configuration)) },
        .init("name", .text) { row, _ in row.configuration.shownName },
        .init("mark", .text) { row, model in MarkView.label(row.configuration, model) },
        .init("silhouette", .text) { row, model in .text(model.silhouette(of: row.type).rawValue) },
        .init("type", LinkView.shape) { row, _ in .optional(row.type.map(LinkView.make)) },
        .init("agency", LinkView.shape) { row, _ in .optional(row.agency.map(LinkView.make)) },
        .init("families", .list(LinkView.shape)) { row, model in .objects(model.families(of: row.configuration).map(LinkView.make)) },
        .init("in_use", .bool) { row, _ in .optional(row.configuration.inUse) },
        .init("in_use_known", .bool) { row, _ in .bool(row.configuration.inUse != nil) },
        .init("maiden_flight", ValueView.shape) { row, _ in .object(ValueView.date(row.configuration.details?.maidenFlight)) },
        .init("craft_count", .number) { row, _ in .integer(row.group.positions.count) },
        .init("flights_count", .number) { row, _ in .integer(row.group.flights) },
        .init("in_space", .bool) { row, _ in .bool(row.group.inSpace > 0) },
        .init("longest", DurationView.shape) { row, model in
            .object(
                DurationView.make(
                    row.group.longest?.timeInSpace, absence: row.group.timeInSpaceAbsence, full: model.maxima.timeInSpace))
        },
        .init("craft_share", .number) { row, model in .share(row.group.positions.count, of: model.maxima.craftOfConfiguration) },
        .init("flights_share", .number) { row, model in .share(row.group.flights, of: model.mostFlights) },
    ]

    private struct Column: Sendable {
        let key: String
        let label: TemplateValue
        var isNumeric = false
        var drop = ColumnView.Drop.wide
        /// What a row says in the column, in words. Nil where nothing is recorded. A column that has it is left out where it says the same
        /// in each row.
        var value: (@Sendable (Row, SiteModel) -> TemplateValue?)?
    }

    private static let columns: [Column] = [
        .init(key: "name", label: Label.configuration, drop: .never),
        .init(key: "type", label: Label.type, drop: .middle) { row, _ in row.type?.shownName },
        .init(key: "agency", label: Label.agency, drop: .middle) { row, _ in row.agency?.shownName },
        .init(key: "families", label: Label.family) { row, model in
            let families = model.families(of: row.configuration)
            return families.isEmpty ? nil : Formatted.list(families.map(\.shownName))
        },
        .init(key: "in_use", label: Label.inUse) { row, _ in row.configuration.inUse.map { $0 ? ValueView.yes : ValueView.no } },
        .init(key: "maiden_flight", label: Label.maidenFlight) { row, _ in row.configuration.details?.maidenFlight.map(Formatted.date) },
        .init(key: "longest", label: Label.longestInSpace, isNumeric: true) { row, _ in
            row.group.longest?.timeInSpace.map(Formatted.duration)
        },
        .init(key: "flights_count", label: Label.flights, isNumeric: true, drop: .never),
        .init(key: "craft_count", label: Label.craftCount, isNumeric: true, drop: .never),
    ]

    private static let optionalColumns = columns.filter { $0.value != nil }
    private static let barColumns = ["longest", "flights_count", "craft_count"]

    /// - Parameters:
    ///   - configurations: in the order of names.
    ///   - order: the order of the table. Without it the table is by name, and has no pages for other orders.
    ///   - own: the column that the page itself is about, which needs no words when it is left out.
    /// - Returns: nil when there are no configurations.
    static func make(
        _ configurations: [Configuration], caption: TemplateValue, order: ListOrder? = nil, own: String? = nil, _ site: ViewContext
    ) -> TemplateObject? {
        guard !configurations.isEmpty else { return nil }
        let model = site.model
        let byName = configurations.map { Row($0, model) }
        let constants = optionalColumns.filter { column in
            let first = column.value?(byName[0], model)
            return byName.count > 1 && byName.dropFirst().allSatisfy { column.value?($0, model) == first }
        }
        let isShown = { (key: String) in !constants.contains { $0.key == key } }
        let bar = order.map { barColumns.contains($0.key) ? $0.key : "craft_count" } ?? "craft_count"
        return [
            "id": "configurations-table", "caption": caption, "sorted_by": .text(order?.key ?? "name"),
            "columns": .objects(
                columns.filter { isShown($0.key) }.map {
                    ColumnView.make($0.key, $0.label, isNumeric: $0.isNumeric, drop: $0.drop, in: order)
                }),
            "rows": .objects(
                (order?.ordered(configurations) ?? configurations).compactMap { site.fragments.ofConfiguration($0.id)?.row.value }),
            "orders": OrdersView.make(order),
            "views": order != nil && PicturesView.hasConfigurations(model) ? .object(ViewsView.make(Address.configurations)) : .null,
            "constants": ConstantsView.note(
                constants.filter { $0.key != own }.compactMap { column in column.value?(byName[0], model).map { (column.label, $0) } }),
            "shown": .object(TemplateObject(optionalColumns.map { (FieldName($0.key), .bool(isShown($0.key))) })),
            "bars": .object(TemplateObject(barColumns.map { (FieldName($0), .bool($0 == bar)) })),
        ]
    }

    /// The configurations of an entity. They are only on the first page of its craft.
    static func make(of list: CraftListPage, caption: TemplateValue, own: String? = nil, _ site: ViewContext) -> TemplateObject? {
        list.isFirst ? make(SiteModel.naturallyOrdered(list.configurations), caption: caption, own: own, site) : nil
    }
}
