import Catalogue
import TemplateEngine

/// One page of the index of spacecraft, in one order.
enum SpacecraftIndexView {
    static let kind = PageKind(template: "spacecraft-index.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists) {
        plan in
        let whole = Whole(plan.model)
        return TableOrder.allCases.flatMap { order in
            [false, true].flatMap { isReversed in
                plan.pagings(order.address(isReversed: isReversed), total: plan.model.spacecraftByName.count).map { paging in
                    let craft = plan.orders.positions(order, isReversed: isReversed)[paging.rows]
                    var inputs = plan.inputs.rows(craft)
                    inputs.add(whole.inputs)
                    return Page(paging.address, modified: plan.model.dates.list(craft), inputs: inputs) {
                        view(order, isReversed: isReversed, paging, whole, $0)
                    }
                }
            }
        }
    }

    /// What each page of the index says of all craft. It is found once, because that takes a look at each of them.
    struct Whole: Sendable {
        /// The parameters of the facets.
        let facets: [String]
        /// The drawings of all craft, for those that the script shows on a page.
        let silhouettes: Set<Silhouette>

        init(_ model: SiteModel) {
            facets = IndexFacets.keys(model)
            silhouettes = Set(model.catalogue.configurations.map { model.silhouette(of: model.type(of: $0)) })
        }

        var inputs: String { (facets + silhouettes.map(\.rawValue).sorted()).joined(separator: " ") }
    }

    struct Subject {
        let order: TableOrder
        let isReversed: Bool
        let paging: Paging
        let whole: Whole
        /// The places of this page's craft in the order of names.
        let positions: ArraySlice<CraftPosition>

        var words: TemplateValue { order.words(isReversed: isReversed) }
        var page: TemplateValue { PageFrame.pageSuffix(paging.page) }
        var count: TemplateValue { .integer(paging.total) }
    }

    private static let fields: PageFields<Subject> = [
        .init("lead", .text) { page, _ in
            .message("spacecraft.lead", ["count": page.count, "has_bars": .bool(CraftTableView.hasBars(page.order))])
        },
        .init("page_size", .number) { _, site in .integer(site.model.settings.pageSize) },
        .init("facets", IndexFacets.shape) { page, _ in IndexFacets.view(page.whole.facets) },
        .init("order_options", .list(["id": .text, "name": .text])) { _, _ in .objects(orderOptions) },
        .init("craft_table", CraftTableView.shape) { page, site in
            .object(
                CraftTableView.index(
                    page.positions, id: "register", caption: .message("spacecraft.caption", ["order": page.words, "page": page.page]),
                    order: page.order,
                    isReversed: page.isReversed, pager: PagerView.make(page.paging), site))
        },
    ]

    private static func view(
        _ order: TableOrder, isReversed: Bool, _ paging: Paging, _ whole: Whole, _ site: ViewContext
    ) -> TemplateObject {
        let positions = site.orders.positions(order, isReversed: isReversed)[paging.rows]
        let page = Subject(order: order, isReversed: isReversed, paging: paging, whole: whole, positions: positions)
        let frame = PageFrame(
            address: paging.address,
            title: PageFrame.title(.message("spacecraft.caption", ["order": page.words, "page": page.page]), site.model),
            heading: SitePart.spacecraft.name,
            description: .message("spacecraft.description", ["count": page.count, "order": page.words, "page": page.page]),
            section: .spacecraft,
            breadcrumbs: breadcrumbs(page),
            previous: paging.previous, next: paging.next,
            silhouettes: whole.silhouettes)
        return frame.view(fields, of: page, site)
    }

    /// All orders as a query names them. The API has no order `name`.
    private static let orderOptions = TableOrder.allCases.flatMap { order in
        [false, true].map { isReversed -> TemplateObject in
            let isDescending = order.isDescending(isReversed: isReversed)
            return [
                "id": .text((isDescending ? "-" : "") + order.column), "name": order.words(isReversed: isReversed),
            ]
        }
    }

    private static func breadcrumbs(_ page: Subject) -> [PageFrame.Breadcrumb] {
        if page.order == .name, !page.isReversed, page.paging.page == 1 { return [.init(name: SitePart.spacecraft.name)] }
        return [
            .init(name: SitePart.spacecraft.name, path: Address.spacecraftIndex),
            .init(name: .message("spacecraft.crumb", ["order": page.words, "page": page.page])),
        ]
    }
}
