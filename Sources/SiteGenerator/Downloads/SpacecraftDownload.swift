import Catalogue
import TemplateEngine

extension Downloads {
    static let spacecraft = DownloadTable<Spacecraft>(
        name: "spacecraft", count: { $0.spacecraft.count }, forEachRow: { $0.spacecraft.forEach($1) },
        modified: { $0.dates.recordsOfCraft() }, inputs: { $0.everything },
        columns: [
            .init("id", .integer) { craft, _ in .integer(craft.id.number) },
            .init("name", .text) { craft, _ in .text(craft.name) },
            .init("serial_number", .optionalText) { craft, _ in .optional(craft.serialNumber) },
            .init("url", .address) { craft, site in .text(site.model.settings.baseURL + Address.page(of: craft))
            },
            .init("configuration_id", .integer) { craft, _ in .integer(craft.configurationID.number) },
            .init("configuration", .text) { craft, site in
                .optional(site.fragments.names(ofConfiguration: craft.configurationID)?.configuration.name)
            },
            .init("type", .text) { craft, site in
                .optional(site.fragments.names(ofConfiguration: craft.configurationID)?.type?.name)
            },
            .init("agency", .text) { craft, site in
                .optional(site.fragments.names(ofConfiguration: craft.configurationID)?.agency)
            },
            .init("families", .texts) { craft, site in
                .list(site.fragments.names(ofConfiguration: craft.configurationID)?.families ?? [])
            },
            .init("status", .text) { craft, site in .optional(site.fragments.ofStatus(craft.statusID)?.status.name) },
            .init("in_space", .optionalBool) { craft, _ in .optional(craft.inSpace) },
            .init("is_placeholder", .optionalBool) { craft, _ in .optional(craft.isPlaceholder)
            },
            .init("time_in_space_seconds", .optionalInteger) { craft, _ in
                .optional(craft.timeInSpaceIsKnown ? craft.timeInSpace?.seconds : nil)
            },
            .init("time_docked_seconds", .optionalInteger) { craft, _ in .optional(craft.timeDocked?.seconds) },
            .init("flights_count", .optionalInteger) { craft, _ in .optional(craft.flightsCount) },
            .init("mission_ends_count", .optionalInteger) { craft, _ in .optional(craft.missionEndsCount) },
            .init("fastest_turnaround_seconds", .optionalInteger) { craft, _ in
                .optional(craft.fastestTurnaround?.seconds)
            },
            .init("description", .text) { craft, site in
                .optional(site.sanitized(craft.description)?.plainText(limit: nil))
            },
        ])
}
