import Catalogue
import TemplateEngine

enum StatusIndexView {
    static let kind = ListingView.kind(
        Address.statuses, template: "status-index.html",
        modified: { $0.dates.index(of: $0.catalogue.statuses) }, view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            heading, address: Address.statuses, description: .message("statuses.description"), site.model)
        return ListingView.view(
            frame, lead: .message("statuses.lead"), table(site.model), site)
    }

    private static let heading = TemplateValue.message("sections.name", ["section": "statuses"])

    static func table(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.statuses.map { (entity: $0, count: model.catalogue.spacecraftCount(withStatus: $0.id)) }
        return CountTableView.make(
            id: "by-status", caption: .message("statuses.caption"), name: .init(key: "name", label: Label.status),
            count: .init(key: "craft_count", label: Label.craftCount),
            rows: ListingView.rows(counts, name: SourceNames.name, address: Address.page, silhouette: { _ in nil }))
    }
}
