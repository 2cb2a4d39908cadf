import Catalogue
import TemplateEngine

/// A table of configurations, by name.
enum ConfigurationTableView {
    static let shape: TemplateShape = ["id": .text, "caption": .text, "rows": .list(row.shape)]

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
        .init("name", .text) { row, _ in .text(row.configuration.name) },
        .init("mark", .text) { row, model in MarkView.label(row.configuration, model) },
        .init("silhouette", .text) { row, model in .text(model.silhouette(of: row.type).rawValue) },
        .init("type", LinkView.shape) { row, _ in .optional(row.type.map { LinkView.make(SourceNames.name(of: $0), Address.page(of: $0)) })
        },
        .init("agency", LinkView.shape) { row, _ in .optional(row.agency.map { LinkView.make($0.name, Address.page(of: $0)) }) },
        .init("families", .list(LinkView.shape)) { row, model in
            .objects(model.families(of: row.configuration).map { LinkView.make($0.name, Address.page(of: $0)) })
        },
        .init("in_use", .bool) { row, _ in .optional(row.configuration.inUse) },
        .init("in_use_known", .bool) { row, _ in .bool(row.configuration.inUse != nil) },
        .init("craft_count", .number) { row, _ in .integer(row.group.positions.count) },
        .init("flights_count", .number) { row, _ in .integer(row.group.flights) },
        .init("in_space", .bool) { row, _ in .bool(row.group.inSpace > 0) },
        .init("longest", DurationView.shape) { row, model in
            .object(
                DurationView.make(
                    row.group.longest?.timeInSpace, absence: row.group.timeInSpaceAbsence, full: model.maxima.timeInSpace))
        },
        .init("share", .number) { row, model in .share(row.group.positions.count, of: model.maxima.craftOfConfiguration) },
    ]

    /// Nil when there are no configurations.
    static func make(_ configurations: [Configuration], caption: TemplateValue, _ model: SiteModel) -> TemplateObject? {
        guard !configurations.isEmpty else { return nil }
        let rows = SiteModel.naturallyOrdered(configurations).map { row.object(Row($0, model), model) }
        return ["id": "configurations-table", "caption": caption, "rows": .objects(rows)]
    }

    /// The configurations of an entity. They are only on the first page of its craft.
    static func make(of list: CraftListPage, caption: TemplateValue, _ model: SiteModel) -> TemplateObject? {
        list.isFirst ? make(list.configurations, caption: caption, model) : nil
    }
}
