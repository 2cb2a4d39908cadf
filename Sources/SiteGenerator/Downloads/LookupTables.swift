import Catalogue
import TemplateEngine

/// The tables to which those for download refer by number. They are in the SQLite file, where a number needs its table.
extension Downloads {
    static let agencies = lookup(
        Agency.self, "agencies", of: { $0.agencies },
        [
            .optional("abbrev", .text, from: "abbrev") { agency, _ in .optional(agency.abbrev) },
            .optional("type", .text, from: "type.name") { agency, site in
                .optional(agency.typeID.flatMap { site.model.catalogue.agencyTypes[id: $0]?.name })
            },
        ])

    static let families = lookup(
        Family.self, "families", of: { $0.families },
        [
            .optional("parent_id", .integer, from: "parent.id", key: .foreign(table: "families")) { family, _ in
                .optional(family.parentID?.number)
            }
        ])

    static let types = lookup(ConfigurationType.self, "types", of: { $0.configurationTypes })
    static let statuses = lookup(Status.self, "statuses", of: { $0.statuses })

    /// A family of a configuration.
    struct FamilyMembership {
        let configuration: Configuration.ID
        let family: Family.ID
        /// Counted from 1, in the source's order.
        let position: Int
    }

    static let configurationFamilies = DownloadTable<FamilyMembership>(
        name: "configuration_families", count: { $0.configurations.reduce(0) { $0 + $1.familyIDs.count } },
        forEachRow: { catalogue, body in
            for configuration in catalogue.configurations {
                for (index, family) in configuration.familyIDs.enumerated() {
                    body(FamilyMembership(configuration: configuration.id, family: family, position: index + 1))
                }
            }
        },
        modified: { $0.dates.records(of: $0.catalogue.configurations) }, inputs: { $0.entities },
        columns: [
            .init("configuration_id", .integer, from: "id", key: .primaryAndForeign(table: "configurations")) { row, _ in
                .integer(row.configuration.number)
            },
            .init("position", .integer, key: .primary) { row, _ in .integer(row.position) },
            .init("family_id", .integer, from: "family[].id", key: .foreign(table: "families")) { row, _ in .integer(row.family.number) },
        ])

    /// A table of entities with their names and pages.
    private static func lookup<E: PageEntity>(
        _: E.Type, _ name: String, of entities: @escaping @Sendable (Catalogue) -> EntityTable<E>, _ columns: [DownloadTable<E>.Column] = []
    ) -> DownloadTable<E> {
        DownloadTable<E>(
            name: name, count: { entities($0).count }, forEachRow: { entities($0).forEach($1) },
            modified: { $0.dates.records(of: entities($0.catalogue)) }, inputs: { $0.entities },
            columns: [
                .init("id", .integer, from: "id", key: .primary, meaning: "any.id") { entity, _ in .integer(entity.id.number) },
                .init("name", .text, from: "name", meaning: "any.name") { entity, _ in .text(entity.name) },
                .init("url", .address, meaning: "any.url") { entity, site in
                    .text(site.model.settings.baseURL + Address.page(of: entity))
                },
            ] + columns)
    }
}
