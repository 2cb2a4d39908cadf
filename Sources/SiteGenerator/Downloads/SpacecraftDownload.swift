import Catalogue
import TemplateEngine

extension Downloads {
    static let spacecraft = DownloadTable<Spacecraft>(
        name: "spacecraft", count: { $0.spacecraft.count }, forEachRow: { $0.spacecraft.forEach($1) },
        columns: [
            .init("id", "integer", "the source’s number; it never changes") { craft, _ in .integer(craft.id.number) },
            .init("name", "text", "name of the craft") { craft, _ in .text(craft.name) },
            .init("serial_number", "text or empty", "serial number") { craft, _ in .optional(craft.serialNumber) },
            .init("url", "address", "its page on this site") { craft, site in .text(site.model.settings.baseURL + Address.page(of: craft))
            },
            .init("configuration_id", "integer", "number of its configuration") { craft, _ in .integer(craft.configurationID.number) },
            .init("configuration", "text", "name of its configuration") { craft, site in
                .optional(site.fragments.ofConfiguration(craft.configurationID)?.configuration.name)
            },
            .init("type", "text", "type of its configuration") { craft, site in
                .optional(site.fragments.ofConfiguration(craft.configurationID)?.type?.name)
            },
            .init("agency", "text", "agency that operates it") { craft, site in
                .optional(site.fragments.ofConfiguration(craft.configurationID)?.agencyName)
            },
            .init("families", "texts", "families of its configuration") { craft, site in
                .list(site.fragments.ofConfiguration(craft.configurationID)?.familyNames ?? [])
            },
            .init("status", "text", "status by the source") { craft, site in .optional(site.fragments.ofStatus(craft.statusID)?.name) },
            .init("in_space", "true, false or empty", "in space when the data was fetched") { craft, _ in
                .optional(craft.inSpace)
            },
            .init("is_placeholder", "true, false or empty", "stands for a craft not yet named or built") { craft, _ in
                .optional(craft.isPlaceholder)
            },
            .init("time_in_space_seconds", "integer or empty", "time in space in seconds; empty where it is not recorded") { craft, _ in
                .optional(craft.timeInSpaceIsKnown ? craft.timeInSpace?.seconds : nil)
            },
            .init("time_docked_seconds", "integer or empty", "time docked in seconds") { craft, _ in .optional(craft.timeDocked?.seconds) },
            .init("flights_count", "integer or empty", "flights begun") { craft, _ in .optional(craft.flightsCount) },
            .init("mission_ends_count", "integer or empty", "flights ended") { craft, _ in .optional(craft.missionEndsCount) },
            .init("fastest_turnaround_seconds", "integer or empty", "shortest time between two flights, in seconds") { craft, _ in
                .optional(craft.fastestTurnaround?.seconds)
            },
            .init("description", "text", "description by the source, without markup") { craft, site in
                .optional(site.sanitized(craft.description)?.plainText(limit: nil))
            },
        ])
}
