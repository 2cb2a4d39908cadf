import Catalogue
import TemplateEngine

/// A table of configurations, by name.
enum ConfigurationTableView {
    static let shape: TemplateShape = ["id": .text, "caption": .text, "rows": .list(rowShape)]

    private static let rowShape: TemplateShape = [
        "id": .number, "path": .text, "name": .text, "mark": .text, "silhouette": .text, "type": LinkView.shape, "agency": LinkView.shape,
        "families": .list(LinkView.shape), "in_use": .bool, "craft_count": .number, "flights_text": .text,
        "in_space": .bool, "longest": DurationView.shape, "share": .number,
    ]

    static func make(_ configurations: [Configuration], caption: String, _ model: SiteModel) -> TemplateObject? {
        guard !configurations.isEmpty else { return nil }
        return [
            "id": "configurations-table",
            "caption": .text(caption),
            "rows": .objects(SiteModel.naturallyOrdered(configurations).map { row($0, model) }),
        ]
    }

    private static func row(_ configuration: Configuration, _ model: SiteModel) -> TemplateObject {
        let fleet = model.fleet(ofConfiguration: configuration.id)
        let type = model.type(of: configuration)
        let agency = model.agency(of: configuration)
        return [
            "id": .integer(configuration.id),
            "path": .text(Address.page(of: configuration)),
            "name": .text(configuration.name),
            "mark": .optional(model.marks.mark(of: configuration)?.rawValue),
            "silhouette": .text(Silhouette(type).rawValue),
            "type": .optional(type.map { LinkView.make($0.name, Address.page(of: $0)) }),
            "agency": .optional(agency.map { LinkView.make($0.name, Address.page(of: $0)) }),
            "families": .objects(model.families(of: configuration).map { LinkView.make($0.name, Address.page(of: $0)) }),
            "in_use": .bool(configuration.inUse),
            "craft_count": .integer(fleet.positions.count),
            "flights_text": .text(Numbers.grouped(fleet.flights)),
            "in_space": .bool(fleet.inSpace > 0),
            "longest": .object(
                DurationView.make(
                    fleet.longest?.timeInSpace, unknown: fleet.timeInSpaceAbsence, full: model.scales.timeInSpace)),
            "share": .share(fleet.positions.count, of: model.scales.craftOfConfiguration),
        ]
    }
}
