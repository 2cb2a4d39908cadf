import Catalogue
import TemplateEngine

/// A page with one table of counts: the indexes of agencies, families, statuses and types.
enum ListingView {
    private static let fields: PageFields<(lead: TemplateValue, table: TemplateObject)> = [
        .init("lead", .text) { page, _ in page.lead },
        .init("count_table", CountTableView.shape) { page, _ in .object(page.table) },
    ]

    static let shape = PageFrame.around(fields)

    /// The pages of a list, one for each of its orders.
    static func kind(
        _ list: OrderedList, template: String, shape: [(FieldName, TemplateShape)],
        modified: @escaping @Sendable (SiteModel) -> Timestamp?, inputs: @escaping @Sendable (PageInputs) -> InputHash,
        _ view: @escaping @Sendable (ListOrder, ViewContext) -> TemplateObject
    ) -> PageKind {
        PageKind(template: template, shape: shape, fileKind: .index, sitemap: .lists) { plan in
            let (modified, inputs) = (modified(plan.model), inputs(plan.inputs))
            return list.orders(plan.model).map { order in
                Page(order.address, modified: modified, inputs: inputs) { view(order, $0) }
            }
        }
    }

    static func view(_ frame: PageFrame, lead: TemplateValue, _ table: TemplateObject, _ site: ViewContext) -> TemplateObject {
        frame.view(fields, of: (lead, table), site)
    }
}
