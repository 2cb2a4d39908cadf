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
        columns: [
            .init("id", "integer", "the source’s number; it never changes") { row, _ in .integer(row.flight.id.number) },
            .init("spacecraft_id", "integer", "number of the craft that flew") { row, _ in .integer(row.craft.id.number) },
            .init("spacecraft", "text", "name of the craft that flew") { row, _ in .text(row.craft.name) },
            .init("spacecraft_url", "address", "the page of that craft on this site") { row, site in
                .text(site.model.settings.baseURL + Address.page(of: row.craft))
            },
            .init("launch_id", "text or empty", "the source’s identifier of the launch, a UUID") { row, _ in
                .optional(row.flight.launch?.id)
            },
            .init("launch", "text or empty", "name of the launch") { row, _ in .optional(row.flight.launch?.name) },
            .init("net", "time or empty", "launch no earlier than, ISO 8601 in UTC; as exact as net_precision says") { row, _ in
                .optional(row.flight.launch?.net?.rfc3339)
            },
            .init("net_precision", "text or empty", "what net is known to, in the source’s words") { row, _ in
                .optional(row.flight.launch?.netPrecision)
            },
            .init("launch_status", "text or empty", "what became of the launch, by the source") { row, _ in
                .optional(row.flight.launch?.status)
            },
            .init("launch_service_provider_id", "integer or empty", "the source’s number of the agency that launches") { row, _ in
                .optional(row.flight.launch?.launchServiceProvider?.id.number)
            },
            .init("launch_service_provider", "text or empty", "agency that launches") { row, _ in
                .optional(row.flight.launch?.launchServiceProvider?.name)
            },
            .init("rocket", "text or empty", "configuration of the rocket") { row, _ in .optional(row.flight.launch?.rocket) },
            .init("destination", "text or empty", "where the flight goes") { row, _ in .optional(row.flight.destination) },
            .init("mission_end", "time or empty", "end of the flight, ISO 8601 in UTC") { row, _ in
                .optional(row.flight.missionEnd?.rfc3339)
            },
            .init("duration_seconds", "integer or empty", "length of the flight in seconds; 0 can mean that it is not known") { row, _ in
                .optional(row.flight.duration?.seconds)
            },
            .init("turn_around_time_seconds", "integer or empty", "time since the craft’s flight before, in seconds") { row, _ in
                .optional(row.flight.turnAroundTime?.seconds)
            },
            .init("landing_attempt", "true, false or empty", "whether a landing was tried") { row, _ in
                .optional(row.flight.landing?.attempt)
            },
            .init("landing_success", "true, false or empty", "whether it succeeded") { row, _ in .optional(row.flight.landing?.success) },
            .init("landing_location", "text or empty", "where it landed") { row, _ in .optional(row.flight.landing?.landingLocation) },
            .init("landing_type", "text or empty", "how it landed") { row, _ in .optional(row.flight.landing?.type) },
        ])
}
