import Catalogue
import TemplateEngine

/// One page of the index of spacecraft, in one order.
enum SpacecraftIndexView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "page_size": .number, "status_options": .list(optionShape), "order_options": .list(["id": .text, "name": .text]),
        "craft_table": CraftTableView.shape, "narrow_note": .text,
    ]

    private static let optionShape: TemplateShape = ["id": .number, "name": .text]

    /// - Parameter positions: the places of this page's craft in the order of names.
    static func view(_ positions: ArraySlice<Int>, order: TableOrder, isReversed: Bool, _ paging: Paging, _ model: SiteModel)
        -> TemplateObject
    {
        let words = order.words(isReversed: isReversed)
        let page = paging.page > 1 ? ", page \(paging.page)" : ""
        let count = Numbers.grouped(paging.total)
        let frame = PageFrame(
            address: paging.address,
            title: "Spacecraft, \(words)\(page) – \(model.settings.title)",
            heading: "Spacecraft",
            description: "All \(count) spacecraft of the register, \(words)\(page).",
            section: .spacecraft,
            breadcrumbs: breadcrumbs(order, isReversed: isReversed, paging),
            previous: paging.previous, next: paging.next,
            silhouettes: Set(positions.map { model.parts(ofCraftAt: $0)?.silhouette ?? .unknown }))
        return frame.view(
            [
                "lead": .text(
                    "All \(count) craft of the register. Choose a column to order by it"
                        + (CraftTableView.hasBars(order) ? "; the bar shows its proportion." : ".")),
                "page_size": .integer(model.settings.pageSize),
                "status_options": .objects(model.catalogue.statuses.map { option($0.id, $0.name) }),
                "order_options": .objects(orderOptions),
                "craft_table": .object(
                    CraftTableView.index(
                        positions, id: "register", caption: "Spacecraft, \(words)\(page)", order: order,
                        isReversed: isReversed, pager: PagerView.make(paging), model)),
                "narrow_note":
                    "On a narrow screen some columns are left out, the ordered one never; each craft’s page has all its figures.",
            ], model)
    }

    /// All orders as a query says them; `name` is not one of the API's.
    private static let orderOptions = TableOrder.allCases.flatMap { order in
        [false, true].map { isReversed -> TemplateObject in
            let isDescending = order.isDescending(isReversed: isReversed)
            return [
                "id": .text((isDescending ? "-" : "") + order.column), "name": .text(order.words(isReversed: isReversed)),
            ]
        }
    }

    private static func option(_ id: Int, _ name: String) -> TemplateObject {
        ["id": .integer(id), "name": .text(name)]
    }

    private static func breadcrumbs(_ order: TableOrder, isReversed: Bool, _ paging: Paging) -> [PageFrame.Breadcrumb] {
        if order == .name, !isReversed, paging.page == 1 { return [.init(name: "Spacecraft")] }
        let page = paging.page > 1 ? ", page \(paging.page)" : ""
        let words = order.words(isReversed: isReversed)
        return [
            .init(name: "Spacecraft", path: Address.spacecraftIndex), .init(name: words.prefix(1).uppercased() + words.dropFirst() + page),
        ]
    }
}
