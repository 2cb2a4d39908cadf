import Catalogue
import TemplateEngine

extension Downloads {
    static let configurations = DownloadTable<Configuration>(
        name: "configurations", count: { $0.configurations.count }, forEachRow: { $0.configurations.forEach($1) },
        modified: { $0.dates.records(of: $0.catalogue.configurations) }, inputs: { $0.entities },
        joins: """
            LEFT JOIN types ON types.id = configurations.type_id LEFT JOIN agencies ON agencies.id = configurations.agency_id
            """,
        columns: [
            .init("id", .integer, from: "id", key: .primary) { configuration, _ in .integer(configuration.id.number) },
            .init("name", .text, from: "name") { configuration, _ in .text(configuration.name) },
            .init("url", .address) { configuration, site in
                .text(site.model.settings.baseURL + Address.page(of: configuration))
            },
            .optional("type_id", .integer, from: "type.id", key: .foreign(table: "types")) { configuration, _ in
                .optional(configuration.typeID?.number)
            },
            .optional("type", .text, from: "type.name", join: "types.name") { configuration, site in
                .optional(site.model.type(of: configuration)?.name)
            },
            .optional("agency_id", .integer, from: "agency.id", key: .foreign(table: "agencies")) { configuration, _ in
                .optional(configuration.agencyID?.number)
            },
            .optional("agency", .text, from: "agency.name", join: "agencies.name") { configuration, site in
                .optional(site.model.agency(of: configuration)?.name)
            },
            .init("families", .texts, from: "family[].name", join: familyNames) { configuration, site in
                .list(site.model.families(of: configuration).map { .text($0.name) })
            },
            .optional("in_use", .boolean, from: "in_use") { configuration, _ in .optional(configuration.inUse) },
            .init("spacecraft_count", .integer) { configuration, site in
                .integer(site.model.craft(ofConfiguration: configuration.id).positions.count)
            },
            .optional("maiden_flight", .date, from: "maiden_flight") { configuration, _ in
                .optional(configuration.details?.maidenFlight?.iso8601)
            },
            .optional("height_m", .number, from: "height", in: .metres) { configuration, _ in .optional(configuration.details?.height) },
            .optional("diameter_m", .number, from: "diameter", in: .metres) { configuration, _ in
                .optional(configuration.details?.diameter)
            },
            .optional("crew_capacity", .integer, from: "crew_capacity") { configuration, _ in
                .optional(configuration.details?.crewCapacity)
            },
            .optional("payload_capacity_kg", .integer, from: "payload_capacity", in: .kilograms) { configuration, _ in
                .optional(configuration.details?.payloadCapacity)
            },
        ])
}
