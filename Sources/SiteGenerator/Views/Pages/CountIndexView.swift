import Catalogue
import TemplateEngine

/// An index that is a table of entities with the number of their craft, the most craft first.
struct CountIndexView<E: PageEntity>: Sendable {
    let part: SitePart
    let template: String
    let description: TemplateValue
    let lead: TemplateValue
    /// The id of the table.
    let id: String
    let caption: TemplateValue
    /// The name of an entity's kind.
    let label: TemplateValue
    let entities: @Sendable (Catalogue) -> EntityTable<E>
    let count: @Sendable (E, SiteModel) -> Int
    var silhouette: @Sendable (E, SiteModel) -> Silhouette? = { _, _ in nil }

    var kind: PageKind {
        PageKind(
            part.address, template: template, shape: ListingView.shape, fileKind: .index, sitemap: .lists,
            modified: { $0.dates.index(of: entities($0.catalogue)) }, inputs: \.craftCounts
        ) { site in
            let frame = PageFrame.single(part.name, address: part.address, description: description, site.model)
            return ListingView.view(frame, lead: lead, table(site.model), site)
        }
    }

    /// Equal numbers are in the order of names.
    func table(_ model: SiteModel) -> TemplateObject {
        let counts = entities(model.catalogue).map { (entity: $0, count: count($0, model)) }.sorted {
            ($1.count, NaturalOrder($0.entity.name), $0.entity.id) < ($0.count, NaturalOrder($1.entity.name), $1.entity.id)
        }
        let rows = counts.map { entity, count in
            CountTableView.Row(
                name: entity.shownName, path: Address.page(of: entity), silhouette: silhouette(entity, model),
                count: Formatted.number(count), share: .share(count, of: counts[0].count))
        }
        return CountTableView.make(
            id: id, caption: caption, name: .init(key: "name", label: label), count: .init(key: "craft_count", label: Label.craftCount),
            rows: rows)
    }
}

enum CountIndexes {
    static let statuses = CountIndexView<Status>(
        part: .statuses, template: "status-index.html", description: .message("statuses.description"), lead: .message("statuses.lead"),
        id: "by-status", caption: .message("statuses.caption"), label: Label.status, entities: \.statuses,
        count: { $1.catalogue.spacecraftCount(withStatus: $0.id) })

    static let types = CountIndexView<ConfigurationType>(
        part: .types, template: "type-index.html", description: .message("types.description"), lead: .message("types.lead"),
        id: "by-type", caption: .message("types.caption"), label: Label.type, entities: \.configurationTypes,
        count: { $1.craftCount(of: $1.catalogue.configurations(ofType: $0.id)) }, silhouette: { $1.silhouette(of: $0) })
}
