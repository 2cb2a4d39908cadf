import Catalogue
import TemplateEngine

extension Downloads {
    /// A flight together with its craft.
    struct CraftFlight {
        let craft: Spacecraft
        let flight: Flight
    }

    /// The flights of each craft in the order of their ids. The craft are in the order of ids too. Nothing in the source keeps two craft from
    /// having a flight of the same id, so the two together are the key.
    static let flights = DownloadTable<CraftFlight>(
        name: "flights", count: { $0.spacecraft.reduce(0) { $0 + ($1.flights?.count ?? 0) } },
        forEachRow: { catalogue, body in
            for craft in catalogue.spacecraft {
                for flight in craft.flights ?? [] { body(CraftFlight(craft: craft, flight: flight)) }
            }
        },
        modified: { $0.dates.recordsOfCraft() }, inputs: { $0.everything },
        joins: "JOIN spacecraft ON spacecraft.id = flights.spacecraft_id",
        columns: [
            .init("id", .integer, from: "flights[].id", key: .primary) { row, _ in .integer(row.flight.id.number) },
            .init("spacecraft_id", .integer, from: "id", key: .primaryAndForeign(table: "spacecraft")) { row, _ in
                .integer(row.craft.id.number)
            },
            .init("spacecraft", .text, from: "name", join: "spacecraft.name") { row, _ in .text(row.craft.name) },
            .init("spacecraft_url", .address, join: "spacecraft.url") { row, site in
                .text(site.model.settings.baseURL + Address.page(of: row.craft))
            },
            .optional("launch_id", .text, from: "flights[].launch.id") { row, _ in .optional(row.flight.launch?.id) },
            .optional("launch", .text, from: "flights[].launch.name") { row, _ in .optional(row.flight.launch?.name) },
            .optional("net", .time, from: "flights[].launch.net") { row, _ in .optional(row.flight.launch?.net?.rfc3339) },
            .optional("net_precision", .text, from: "flights[].launch.net_precision.name") { row, _ in
                .optional(row.flight.launch?.netPrecision)
            },
            .optional("launch_status", .text, from: "flights[].launch.status.name") { row, _ in .optional(row.flight.launch?.status) },
            .optional("launch_service_provider_id", .integer, from: "flights[].launch.launch_service_provider.id") { row, _ in
                .optional(row.flight.launch?.launchServiceProvider?.id.number)
            },
            .optional("launch_service_provider", .text, from: "flights[].launch.launch_service_provider.name") { row, _ in
                .optional(row.flight.launch?.launchServiceProvider?.name)
            },
            .optional("rocket", .text, from: "flights[].launch.rocket.configuration.full_name") { row, _ in
                .optional(row.flight.launch?.rocket)
            },
            .optional("destination", .text, from: "flights[].destination") { row, _ in .optional(row.flight.destination) },
            .optional("mission_end", .time, from: "flights[].mission_end") { row, _ in .optional(row.flight.missionEnd?.rfc3339) },
            .optional("duration_seconds", .integer, from: "flights[].duration", in: .seconds) { row, _ in
                .optional(row.flight.duration?.seconds)
            },
            .optional("turn_around_time_seconds", .integer, from: "flights[].turn_around_time", in: .seconds) { row, _ in
                .optional(row.flight.turnAroundTime?.seconds)
            },
            .optional("landing_attempt", .boolean, from: "flights[].landing.attempt") { row, _ in .optional(row.flight.landing?.attempt) },
            .optional("landing_success", .boolean, from: "flights[].landing.success") { row, _ in .optional(row.flight.landing?.success) },
            .optional("landing_location", .text, from: "flights[].landing.landing_location.name") { row, _ in
                .optional(row.flight.landing?.landingLocation)
            },
            .optional("landing_type", .text, from: "flights[].landing.type.name") { row, _ in .optional(row.flight.landing?.type) },
        ])
}
