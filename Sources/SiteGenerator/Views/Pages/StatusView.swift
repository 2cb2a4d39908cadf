import Catalogue
import TemplateEngine

/// The page of one status, and the further pages of its craft.
enum StatusView {
    static let kind = PageKind(template: "status.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        let craft = plan.model.spacecraftByName
        let positions = Dictionary(grouping: plan.model.allCraft.positions) { craft[$0].statusID }
        return plan.pages(
            of: SiteModel.naturallyOrdered(plan.model.catalogue.statuses), craft: { positions[$0.id] ?? [] }, view)
    }

    private static let fields: PageFields<EntityPage<Status>> = [
        .init("plate", PlateView.shape) { page, site in .object(plate(page, total: site.model.catalogue.spacecraft.count)) },
        .init("explanation", .text) { page, _ in
            explained.contains(page.entity.name) ? .message("status.explanation", ["status": .text(page.entity.name)]) : .null
        },
        .fleetHeading,
        .craftTable(own: .status, query: "status") { _ in .message("status.craft_caption") },
        .neighbours(.message("status.neighbours")),
    ]

    private static func view(_ page: EntityPage<Status>, _ site: ViewContext) -> TemplateObject {
        let frame = page.frame(
            kind: "status",
            description: PageFrame.description(
                .message("status.description", ["count": .integer(page.list.count), "status": site.model.distinctName(page.entity)]),
                more: .message("descriptions.status")),
            in: .statuses, site.model)
        return frame.view(fields, of: page, site)
    }

    private static func plate(_ page: EntityPage<Status>, total: Int) -> TemplateObject {
        PlateView.make(
            kind: [PlateView.label(page.entity.numberedName)], name: page.entity.shownName, silhouette: nil,
            figures: [
                FigureView.make(
                    Label.craftCount, Formatted.number(page.list.count), note: .message("status.of_all", ["count": .integer(total)]),
                    scale: FigureView.scale(page.list.count, median: nil, full: total)),
                FigureView.inSpaceNow(page.list.inSpace),
            ])
    }

    /// The statuses that the words explain, by the source's names: `words.status.explanation`.
    private static let explained: Set<String> = ["Active", "Retired", "Destroyed", "Single Use", "Under construction"]
}
