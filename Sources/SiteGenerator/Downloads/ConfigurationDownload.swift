import Catalogue
import TemplateEngine

extension Downloads {
    static let configurations = DownloadTable<Configuration>(
        name: "configurations", count: { $0.configurations.count }, forEachRow: { $0.configurations.forEach($1) },
        columns: [
            .init("id", "integer", "the source’s number") { configuration, _ in .integer(configuration.id.number) },
            .init("name", "text", "name of the configuration") { configuration, _ in .text(configuration.name) },
            .init("url", "address", "its page on this site") { configuration, site in
                .text(site.model.settings.baseURL + Address.page(of: configuration))
            },
            .init("type", "text", "type") { configuration, site in .optional(site.model.type(of: configuration)?.name) },
            .init("agency", "text", "agency that operates it") { configuration, site in
                .optional(site.model.agency(of: configuration)?.name)
            },
            .init("families", "texts", "families") { configuration, site in
                .list(site.model.families(of: configuration).map { .text($0.name) })
            },
            .init("in_use", "true, false or empty", "still flown") { configuration, _ in
                .optional(configuration.inUse)
            },
            .init("spacecraft_count", "integer", "craft in this register") { configuration, site in
                .integer(site.model.craft(ofConfiguration: configuration.id).positions.count)
            },
            .init("maiden_flight", "date or empty", "first flight, ISO 8601") { configuration, _ in
                .optional(configuration.details?.maidenFlight?.iso8601)
            },
            .init("height_m", "number or empty", "height in metres, as the source has it") { configuration, _ in
                .optional(configuration.details?.height)
            },
            .init("diameter_m", "number or empty", "diameter in metres") { configuration, _ in .optional(configuration.details?.diameter) },
            .init("crew_capacity", "integer or empty", "seats") { configuration, _ in .optional(configuration.details?.crewCapacity) },
            .init("payload_capacity_kg", "integer or empty", "payload to orbit in kilograms") { configuration, _ in
                .optional(configuration.details?.payloadCapacity)
            },
        ])
}
