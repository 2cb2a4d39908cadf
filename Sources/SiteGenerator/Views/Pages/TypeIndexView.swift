import Catalogue
import TemplateEngine

enum TypeIndexView {
    static let kind = ListingView.kind(
        Address.types, template: "type-index.html",
        modified: { $0.dates.index(of: $0.catalogue.configurationTypes) }, view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            heading, address: Address.types, description: .message("types.description"), site.model)
        return ListingView.view(
            frame, lead: .message("types.lead"), table(site.model), site)
    }

    private static let heading = TemplateValue.message("sections.name", ["section": "types"])

    static func table(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.configurationTypes.map {
            (entity: $0, count: model.craftCount(of: model.catalogue.configurations(ofType: $0.id)))
        }
        return CountTableView.make(
            id: "by-type", caption: .message("types.caption"), name: .init(key: "name", label: Label.type),
            count: .init(key: "craft_count", label: Label.craftCount),
            rows: ListingView.rows(counts, name: SourceNames.name, address: Address.page, silhouette: model.silhouette))
    }
}
