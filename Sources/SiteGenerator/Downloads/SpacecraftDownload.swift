import Catalogue
import TemplateEngine

extension Downloads {
    static let spacecraft = DownloadTable<Spacecraft>(
        name: "spacecraft", count: { $0.spacecraft.count }, forEachRow: { $0.spacecraft.forEach($1) },
        modified: { $0.dates.recordsOfCraft() }, inputs: { $0.everything },
        joins: """
            JOIN configurations ON configurations.id = spacecraft.configuration_id LEFT JOIN types ON types.id = configurations.type_id \
            LEFT JOIN agencies ON agencies.id = configurations.agency_id LEFT JOIN statuses ON statuses.id = spacecraft.status_id
            """,
        columns: [
            .init("id", .integer, from: "id", key: .primary) { craft, _ in .integer(craft.id.number) },
            .init("name", .text, from: "name") { craft, _ in .text(craft.name) },
            .optional("serial_number", .text, from: "serial_number") { craft, _ in .optional(craft.serialNumber) },
            .init("url", .address) { craft, site in
                .optional(site.model.address(ofCraft: craft.id).map { site.model.settings.baseURL + $0 })
            },
            .init("configuration_id", .integer, from: "spacecraft_config.id", key: .foreign(table: "configurations")) { craft, _ in
                .integer(craft.configurationID.number)
            },
            .init("configuration", .text, from: "spacecraft_config.name", join: "configurations.name") { craft, site in
                .optional(site.fragments.names(ofConfiguration: craft.configurationID)?.configuration.name)
            },
            .optional("type", .text, from: "spacecraft_config.type.name", join: "types.name") { craft, site in
                .optional(site.fragments.names(ofConfiguration: craft.configurationID)?.type?.name)
            },
            .optional("agency", .text, from: "spacecraft_config.agency.name", join: "agencies.name") { craft, site in
                .optional(site.fragments.names(ofConfiguration: craft.configurationID)?.agency)
            },
            .init("families", .texts, from: "spacecraft_config.family[].name", join: familyNames) { craft, site in
                .list(site.fragments.names(ofConfiguration: craft.configurationID)?.families ?? [])
            },
            .optional("status_id", .integer, from: "status.id", key: .foreign(table: "statuses")) { craft, _ in
                .optional(craft.statusID?.number)
            },
            .optional("status", .text, from: "status.name", join: "statuses.name") { craft, site in
                .optional(site.fragments.ofStatus(craft.statusID)?.status.name)
            },
            .optional("in_space", .boolean, from: "in_space") { craft, _ in .optional(craft.inSpace) },
            .optional("is_placeholder", .boolean, from: "is_placeholder") { craft, _ in .optional(craft.isPlaceholder) },
            .optional("time_in_space_seconds", .integer, from: "time_in_space", in: .seconds) { craft, _ in
                .optional(craft.timeInSpaceIsKnown ? craft.timeInSpace?.seconds : nil)
            },
            .optional("time_docked_seconds", .integer, from: "time_docked", in: .seconds) { craft, _ in
                .optional(craft.timeDocked?.seconds)
            },
            .optional("flights_count", .integer, from: "flights_count") { craft, _ in .optional(craft.flightsCount) },
            .optional("mission_ends_count", .integer, from: "mission_ends_count") { craft, _ in .optional(craft.missionEndsCount) },
            .optional("fastest_turnaround_seconds", .integer, from: "fastest_turnaround", in: .seconds) { craft, _ in
                .optional(craft.fastestTurnaround?.seconds)
            },
            .optional("description", .text, from: "description") { craft, site in
                .optional(site.descriptions[craft.id]?.text)
            },
        ])

    /// The names of a configuration's families in one text, in the SQLite file. None of them are an empty text, as in the CSV file.
    static let familyNames = """
        (SELECT coalesce(group_concat(name, '; '), '') FROM (SELECT families.name FROM configuration_families \
        JOIN families ON families.id = configuration_families.family_id \
        WHERE configuration_families.configuration_id = configurations.id ORDER BY configuration_families.position))
        """
}
