import Catalogue
import TemplateEngine

/// A type of configurations.
struct TypeEntry: CatalogueEntry {
    let type: ConfigurationType
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("configurations", ConfigurationEntry.self) { $0.chosen.entries($1.catalogue.configurations(ofType: $0.type.id)) },
        .list("spacecraft", CraftEntry.self) { $0.chosen.craft(of: $1.catalogue.configurations(ofType: $0.type.id), $1) },
    ]

    static var fieldShapes: [(FieldName, TemplateShape)] { fields.shapes }

    static func fieldObjects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject {
        let own = fields.selected(used)
        return { own.object($0.type, $1) }
    }

    func order(_ model: SiteModel) -> String? { nil }

    private static let fields: PageFields<ConfigurationType> = [
        .init("id", .number) { type, _ in .integer(type.id.number) },
        .init("name", .text) { type, _ in SourceNames.name(of: type) },
        .init("path", .text) { type, _ in .text(Address.page(of: type)) },
        .init("silhouette", .text) { type, site in .text(site.model.silhouette(of: type).rawValue) },
        .init("configurations_count", .number) { type, site in .integer(site.model.catalogue.configurations(ofType: type.id).count) },
        .init("craft_count", .number) { type, site in
            .integer(site.model.craftCount(of: site.model.catalogue.configurations(ofType: type.id)))
        },
    ]
}

/// A status of craft.
struct StatusEntry: CatalogueEntry {
    let status: Status
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("spacecraft", CraftEntry.self) { entry, model in
            entry.chosen.entries(entry.chosen.craft.filter { model.spacecraftByName[$0].statusID == entry.status.id })
        }
    ]

    static var fieldShapes: [(FieldName, TemplateShape)] { fields.shapes }

    static func fieldObjects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject {
        let own = fields.selected(used)
        return { own.object($0.status, $1) }
    }

    func order(_ model: SiteModel) -> String? { nil }

    private static let fields: PageFields<Status> = [
        .init("id", .number) { status, _ in .integer(status.id.number) },
        .init("name", .text) { status, _ in SourceNames.name(of: status) },
        .init("path", .text) { status, _ in .text(Address.page(of: status)) },
        .init("craft_count", .number) { status, site in .integer(site.model.catalogue.spacecraftCount(withStatus: status.id)) },
    ]
}
