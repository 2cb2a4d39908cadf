import Catalogue
import TemplateEngine

/// All configurations, in every order.
enum ConfigurationIndexView {
    static let kind = ListingView.kind(
        list, template: "configuration-index.html", shape: PageFrame.around(fields),
        modified: { $0.dates.index(of: $0.catalogue.configurations) }, inputs: \.configurationList, view)

    static let list = OrderedList(
        address: Address.configurations, heading: SitePart.configurations.name,
        columns: [
            .name(),
            .init(key: "maiden_flight", slug: "by-maiden-flight", label: Label.maidenFlight, isDescending: false) { model in
                model.configurationsByName.map { $0.details?.maidenFlight?.ordinal }
            },
            .init(key: "longest", slug: "by-longest-in-space", label: Label.longestInSpace) { model in
                model.configurationsByName.map { model.craft(ofConfiguration: $0.id).longest?.timeInSpace?.seconds }
            },
            .init(key: "flights_count", slug: "by-flights", label: Label.flights) { model in
                model.configurationsByName.map { model.craft(ofConfiguration: $0.id).flights }
            },
            .init(key: "craft_count", slug: "by-craft", label: Label.craftCount) { model in
                model.configurationsByName.map { model.craft(ofConfiguration: $0.id).positions.count }
            },
        ])

    private static let fields: PageFields<ListOrder> = [
        .init("lead", .text) { _, _ in .message("configurations.lead") },
        .init("configuration_table", ConfigurationTableView.shape) { order, site in
            .optional(
                ConfigurationTableView.make(site.model.configurationsByName, caption: order.caption, order: order, site))
        },
        .init("count_table", CountTableView.shape) { _, _ in .null },
    ]

    private static func view(_ order: ListOrder, _ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.list(
            order,
            description: PageFrame.description(
                .message("configurations.description", ["count": .integer(site.model.configurationsByName.count)]),
                more: .message("descriptions.configurations")),
            count: site.model.configurationsByName.count, section: .configurations, site.model)
        return frame.view(fields, of: order, site)
    }
}
