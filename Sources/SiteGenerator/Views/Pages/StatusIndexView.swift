import Catalogue
import TemplateEngine

enum StatusIndexView {
    static let kind = ListingView.kind(Address.statuses, template: "status-index.html", view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            heading, address: Address.statuses, description: description, site.model)
        return ListingView.view(
            frame, lead: lead, table(site.model), site)
    }

    private static let heading = WordsKey("sections.name", "section")("statuses")
    private static let description = WordsKey("statuses.description").value
    private static let lead = WordsKey("statuses.lead").value
    private static let caption = WordsKey("statuses.caption").value

    static func table(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.statuses.map { (entity: $0, count: model.catalogue.spacecraft(withStatus: $0.id).count) }
        return CountTableView.make(
            id: "by-status", caption: caption, nameLabel: Label.status, countLabel: Label.craftCount,
            rows: ListingView.rows(counts, name: SourceNames.name, address: Address.page, silhouette: { _ in nil }))
    }
}
