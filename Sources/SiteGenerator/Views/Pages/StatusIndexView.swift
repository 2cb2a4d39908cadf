import Catalogue
import TemplateEngine

enum StatusIndexView {
    static let kind = ListingView.kind(Address.statuses, template: "status-index.html", view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            "Statuses", address: Address.statuses, description: "The statuses of the register and how many craft have each.", site.model)
        return ListingView.view(
            frame, lead: "What the source says of each craft. A status is not a place: a craft marked ‘Single Use’ may be in space now.",
            table(site.model), site)
    }

    static func table(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.statuses.map { (entity: $0, count: model.catalogue.spacecraft(withStatus: $0.id).count) }
        return CountTableView.make(
            id: "by-status", caption: "Craft by status", nameLabel: "Status", countLabel: "Craft",
            rows: ListingView.rows(counts, address: Address.page, silhouette: { _ in nil }))
    }
}
