import Catalogue
import TemplateEngine

extension Downloads {
    /// A flight together with its craft.
    struct CraftFlight {
        let craft: Spacecraft
        let flight: Flight
    }

    /// The flights of each craft in the order of their ids. The craft are in the order of ids too.
    static let flights = DownloadTable<CraftFlight>(
        name: "flights", count: { $0.spacecraft.reduce(0) { $0 + ($1.flights?.count ?? 0) } },
        forEachRow: { catalogue, body in
            for craft in catalogue.spacecraft {
                for flight in craft.flights ?? [] { body(CraftFlight(craft: craft, flight: flight)) }
            }
        },
        modified: { $0.dates.recordsOfCraft() }, inputs: { $0.everything },
        columns: [
            .init("id", .integer) { row, _ in .integer(row.flight.id.number) },
            .init("spacecraft_id", .integer) { row, _ in .integer(row.craft.id.number) },
            .init("spacecraft", .text) { row, _ in .text(row.craft.name) },
            .init("spacecraft_url", .address) { row, site in
                .text(site.model.settings.baseURL + Address.page(of: row.craft))
            },
            .init("launch_id", .optionalText) { row, _ in
                .optional(row.flight.launch?.id)
            },
            .init("launch", .optionalText) { row, _ in .optional(row.flight.launch?.name) },
            .init("net", .optionalTime) { row, _ in
                .optional(row.flight.launch?.net?.rfc3339)
            },
            .init("net_precision", .optionalText) { row, _ in
                .optional(row.flight.launch?.netPrecision)
            },
            .init("launch_status", .optionalText) { row, _ in
                .optional(row.flight.launch?.status)
            },
            .init("launch_service_provider_id", .optionalInteger) { row, _ in
                .optional(row.flight.launch?.launchServiceProvider?.id.number)
            },
            .init("launch_service_provider", .optionalText) { row, _ in
                .optional(row.flight.launch?.launchServiceProvider?.name)
            },
            .init("rocket", .optionalText) { row, _ in .optional(row.flight.launch?.rocket) },
            .init("destination", .optionalText) { row, _ in .optional(row.flight.destination) },
            .init("mission_end", .optionalTime) { row, _ in
                .optional(row.flight.missionEnd?.rfc3339)
            },
            .init("duration_seconds", .optionalInteger) { row, _ in
                .optional(row.flight.duration?.seconds)
            },
            .init("turn_around_time_seconds", .optionalInteger) { row, _ in
                .optional(row.flight.turnAroundTime?.seconds)
            },
            .init("landing_attempt", .optionalBool) { row, _ in
                .optional(row.flight.landing?.attempt)
            },
            .init("landing_success", .optionalBool) { row, _ in .optional(row.flight.landing?.success) },
            .init("landing_location", .optionalText) { row, _ in .optional(row.flight.landing?.landingLocation) },
            .init("landing_type", .optionalText) { row, _ in .optional(row.flight.landing?.type) },
        ])
}
