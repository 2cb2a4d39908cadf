import Catalogue
import TemplateEngine

enum TypeIndexView {
    static let kind = ListingView.kind(Address.types, template: "type-index.html", view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            "Types", address: Address.types, description: "The types of spacecraft and how many craft are of each.", site.model)
        return ListingView.view(
            frame, lead: "The source’s own types. The drawings of this site follow them.", table(site.model), site)
    }

    static func table(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.configurationTypes.map { (entity: $0, count: model.catalogue.spacecraft(ofType: $0.id).count) }
        return CountTableView.make(
            id: "by-type", caption: "Craft by type", nameLabel: "Type", countLabel: "Craft",
            rows: ListingView.rows(counts, address: Address.page, silhouette: model.silhouette))
    }
}
