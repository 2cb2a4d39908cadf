import Catalogue
import TemplateEngine

/// The page of one type of configurations, and the further pages of its craft.
enum TypeView {
    static let kind = PageKind(template: "type.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.pages(
            of: SiteModel.naturallyOrdered(plan.model.catalogue.configurationTypes),
            configurations: { plan.model.catalogue.configurations(ofType: $0.id) }, view)
    }

    private static let fields: PageFields<EntityPage<ConfigurationType>> = [
        .init("plate", PlateView.shape) { page, site in .object(plate(page, site.model)) },
        .init("explanation", .text) { _, _ in .null },
        .configurationTable(caption: .message("type.configurations_caption"), own: "type"),
        .fleetHeading,
        .craftTable(query: "type__ids") { _ in .message("type.craft_caption") },
        .neighbours(.message("type.neighbours")),
    ]

    private static func view(_ page: EntityPage<ConfigurationType>, _ site: ViewContext) -> TemplateObject {
        let frame = page.frame(
            kind: "type",
            description: PageFrame.description(
                .message("type.description", ["count": .integer(page.list.count), "type": site.model.distinctName(page.entity)]),
                more: .message("descriptions.type")),
            in: .types, site.model)
        return frame.view(fields, of: page, site)
    }

    private static func plate(_ page: EntityPage<ConfigurationType>, _ model: SiteModel) -> TemplateObject {
        PlateView.make(
            kind: [PlateView.label(page.entity.numberedName)], name: page.entity.shownName,
            silhouette: model.silhouette(of: page.entity),
            figures: [
                FigureView.count(Label.craftCount, page.list.count),
                FigureView.count(Label.configurations, page.list.configurations.count),
                FigureView.count(Label.flights, page.list.flights), FigureView.inSpaceNow(page.list.inSpace),
            ])
    }
}
