import Catalogue
import TemplateEngine

enum TypeView {
    static let kind = PageKind(template: "type.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        let types = SiteModel.naturallyOrdered(plan.model.catalogue.configurationTypes)
        return types.enumerated().flatMap { position, type in
            let adjacent = AdjacentPages(at: position, in: types, address: Address.page)
            return plan.pages(
                ofEntityAt: position, in: types,
                plan.craftPages(Address.page(of: type), of: plan.model.catalogue.configurations(ofType: type.id))
            ) {
                view(Subject(type: type, list: $0, adjacent: adjacent), $1)
            }
        }
    }

    struct Subject {
        let type: ConfigurationType
        let list: CraftListPage
        let adjacent: AdjacentPages
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { page, site in
            .object(
                PlateView.make(
                    kind: [PlateView.label(page.type.numberedName)], name: SourceNames.name(of: page.type),
                    silhouette: site.model.silhouette(of: page.type),
                    figures: [
                        FigureView.count(Label.craftCount, page.list.count),
                        FigureView.count(Label.configurations, page.list.configurations.count),
                        FigureView.count(Label.flights, page.list.flights), FigureView.inSpaceNow(page.list.inSpace),
                    ]))
        },
        .init("explanation", .text) { _, _ in .null },
        .init("configuration_table", ConfigurationTableView.shape) { page, site in
            .optional(ConfigurationTableView.make(of: page.list, caption: .message("type.configurations_caption"), own: "type", site))
        },
        .init("fleet_heading", .text) { page, _ in CraftListView.heading(page.list.count) },
        .init("craft_table", CraftTableView.shape) { page, site in
            .optional(CraftListView.table(page.list, caption: .message("type.craft_caption"), query: "type__ids=\(page.type.id)", site))
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: .message("type.neighbours")))
        },
    ]

    private static let indexName = TemplateValue.message("sections.name", ["section": "types"])

    private static func view(_ page: Subject, _ site: ViewContext) -> TemplateObject {
        let type = page.type
        let frame = PageFrame.entity(
            SourceNames.name(of: type), distinctName: site.model.distinctName(type), kind: "type", paging: page.list.paging,
            adjacent: page.adjacent,
            description: PageFrame.description(
                .message("type.description", ["count": .integer(page.list.count), "type": site.model.distinctName(type)]),
                more: .message("descriptions.type")),
            section: nil,
            index: (indexName, Address.types), site.model)
        return frame.view(fields, of: page, site)
    }
}
