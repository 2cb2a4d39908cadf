import Catalogue
import TemplateEngine

enum StatusView {
    static let kind = PageKind(template: "status.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        let craft = plan.model.spacecraftByName
        let positions = Dictionary(grouping: CraftPosition.all(craft.count)) { craft[$0].statusID }
        let statuses = SiteModel.naturallyOrdered(plan.model.catalogue.statuses)
        return statuses.enumerated().flatMap { position, status in
            let adjacent = AdjacentPages(at: position, in: statuses, address: Address.page)
            return plan.craftPages(Address.page(of: status), positions[status.id] ?? []).map { list in
                Page(list.paging.address) { view(Subject(status: status, list: list, adjacent: adjacent), $0) }
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
        .init("explanation", .text) { page, _ in .optional(explanations[page.status.name]) },
        .init("fleet_heading", .text) { page, _ in .text(CraftListView.heading(page.list.count)) },
        .init("craft_table", CraftTableView.shape) { page, site in
            .optional(CraftListView.table(page.list, caption: "Craft with this status, by name", site))
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: "Previous and next status by name"))
        },
    ]

    private static func view(_ page: Subject, _ site: ViewContext) -> TemplateObject {
        let status = page.status
        let frame = PageFrame.entity(
            status.name, distinctName: site.model.distinctName(status), kind: "status", paging: page.list.paging, adjacent: page.adjacent,
            description: "\(Numbers.counted(page.list.count, "spacecraft", "spacecraft")) with the status \(name: status.name).",
            section: nil,
            index: ("Statuses", Address.statuses), site.model)
        return frame.view(fields, of: page, site)
    }

    private static func plate(_ page: Subject, total: Int) -> TemplateObject {
        PlateView.make(
            kind: [PlateView.label("Status \(page.status.id)")], name: page.status.name, silhouette: nil,
            figures: [
                FigureView.make(
                    "Craft", Numbers.grouped(page.list.count), note: "of \(Numbers.grouped(total)) in the register",
                    scale: FigureView.scale(page.list.count, median: nil, full: total)),
                FigureView.inSpaceNow(page.list.inSpace),
            ])
    }

    private static let explanations = [
        "Active": "Kept for further flights.",
        "Retired": "Flown, and not to fly again.",
        "Destroyed": "Lost, in flight or by its end.",
        "Single Use": "Built for one flight and not used again. A craft of this status may be in space now.",
        "Under construction": "Not yet flown.",
    ]
}
