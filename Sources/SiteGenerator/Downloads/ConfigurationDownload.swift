import Catalogue
import TemplateEngine

extension Downloads {
    static let configurations = DownloadTable<Configuration>(
        name: "configurations", count: { $0.configurations.count }, forEachRow: { $0.configurations.forEach($1) },
        modified: { $0.dates.records(of: $0.catalogue.configurations) }, inputs: { $0.entities },
        columns: [
            .init("id", .integer) { configuration, _ in .integer(configuration.id.number) },
            .init("name", .text) { configuration, _ in .text(configuration.name) },
            .init("url", .address) { configuration, site in
                .text(site.model.settings.baseURL + Address.page(of: configuration))
            },
            .init("type", .text) { configuration, site in .optional(site.model.type(of: configuration)?.name) },
            .init("agency", .text) { configuration, site in
                .optional(site.model.agency(of: configuration)?.name)
            },
            .init("families", .texts) { configuration, site in
                .list(site.model.families(of: configuration).map { .text($0.name) })
            },
            .init("in_use", .optionalBool) { configuration, _ in .optional(configuration.inUse) },
            .init("spacecraft_count", .integer) { configuration, site in
                .integer(site.model.craft(ofConfiguration: configuration.id).positions.count)
            },
            .init("maiden_flight", .optionalDate) { configuration, _ in
                .optional(configuration.details?.maidenFlight?.iso8601)
            },
            .init("height_m", .optionalNumber) { configuration, _ in
                .optional(configuration.details?.height)
            },
            .init("diameter_m", .optionalNumber) { configuration, _ in .optional(configuration.details?.diameter) },
            .init("crew_capacity", .optionalInteger) { configuration, _ in .optional(configuration.details?.crewCapacity) },
            .init("payload_capacity_kg", .optionalInteger) { configuration, _ in
                .optional(configuration.details?.payloadCapacity)
            },
        ])
}
