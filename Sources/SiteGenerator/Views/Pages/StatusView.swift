import Catalogue
import TemplateEngine

enum StatusView {
    static let kind = PageKind(template: "status.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        let craft = plan.model.spacecraftByName
        let positions = Dictionary(grouping: plan.model.allCraft.positions) { craft[$0].statusID }
        let statuses = SiteModel.naturallyOrdered(plan.model.catalogue.statuses)
        return statuses.enumerated().flatMap { position, status in
            let adjacent = AdjacentPages(at: position, in: statuses, address: Address.page)
            return plan.pages(ofEntityAt: position, in: statuses, plan.craftPages(Address.page(of: status), positions[status.id] ?? [])) {
                view(Subject(status: status, list: $0, adjacent: adjacent), $1)
            }
        }
    }

    struct Subject {
        let status: Status
        let list: CraftListPage
        let adjacent: AdjacentPages
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { page, site in .object(plate(page, total: site.model.catalogue.spacecraft.count)) },
        .init("explanation", .text) { page, _ in
            explained.contains(page.status.name) ? .message("status.explanation", ["status": .text(page.status.name)]) : .null
        },
        .init("fleet_heading", .text) { page, _ in CraftListView.heading(page.list.count) },
        .init("craft_table", CraftTableView.shape) { page, site in
            .optional(
                CraftListView.table(
                    page.list, caption: .message("status.craft_caption"), own: .status, query: "status=\(page.status.id)", site))
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: .message("status.neighbours")))
        },
    ]

    private static func view(_ page: Subject, _ site: ViewContext) -> TemplateObject {
        let status = page.status
        let frame = PageFrame.entity(
            SourceNames.name(of: status), distinctName: site.model.distinctName(status), kind: "status", paging: page.list.paging,
            adjacent: page.adjacent,
            description: PageFrame.description(
                .message("status.description", ["count": .integer(page.list.count), "status": site.model.distinctName(status)]),
                more: .message("descriptions.status")),
            section: nil,
            index: (indexName, Address.statuses), site.model)
        return frame.view(fields, of: page, site)
    }

    private static func plate(_ page: Subject, total: Int) -> TemplateObject {
        PlateView.make(
            kind: [PlateView.label(page.status.numberedName)], name: SourceNames.name(of: page.status), silhouette: nil,
            figures: [
                FigureView.make(
                    Label.craftCount, Formatted.number(page.list.count), note: .message("status.of_all", ["count": .integer(total)]),
                    scale: FigureView.scale(page.list.count, median: nil, full: total)),
                FigureView.inSpaceNow(page.list.inSpace),
            ])
    }

    /// The statuses that the words explain, by the source's names: `words.status.explanation`.
    private static let explained: Set<String> = ["Active", "Retired", "Destroyed", "Single Use", "Under construction"]
    private static let indexName = TemplateValue.message("sections.name", ["section": "statuses"])
}
