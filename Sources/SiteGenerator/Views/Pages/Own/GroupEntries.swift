import Catalogue
import TemplateEngine

/// A type of configurations.
struct TypeEntry: EntityEntry {
    let entity: ConfigurationType
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("configurations", ConfigurationEntry.self) { $0.chosen.entries($1.catalogue.configurations(ofType: $0.entity.id)) },
        .list("spacecraft", CraftEntry.self) { $0.chosen.craft(of: $1.catalogue.configurations(ofType: $0.entity.id), $1) },
    ]

    static let fields: PageFields<ConfigurationType> = [
        .init("silhouette", .text) { type, site in .text(site.model.silhouette(of: type).rawValue) },
        .init("configurations_count", .number) { type, site in .integer(site.model.catalogue.configurations(ofType: type.id).count) },
        .init("craft_count", .number) { type, site in
            .integer(site.model.craftCount(of: site.model.catalogue.configurations(ofType: type.id)))
        },
    ]
}

/// A status of craft.
struct StatusEntry: EntityEntry {
    let entity: Status
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("spacecraft", CraftEntry.self) { entry, model in
            entry.chosen.entries(entry.chosen.craft.filter { model.spacecraftByName[$0].statusID == entry.entity.id })
        }
    ]

    static let fields: PageFields<Status> = [
        .init("craft_count", .number) { status, site in .integer(site.model.catalogue.spacecraftCount(withStatus: status.id)) }
    ]
}
