import Catalogue
import TemplateEngine

/// The tables that can be taken away.
enum Downloads {
    static let spacecraft = Table<Spacecraft>(
        name: "spacecraft",
        columns: [
            .init("id", "integer", "the source’s number; it never changes") { craft, _ in .integer(craft.id) },
            .init("name", "text", "name of the craft") { craft, _ in .text(craft.name) },
            .init("serial_number", "text or empty", "serial number") { craft, _ in .optional(craft.serialNumber) },
            .init("url", "address", "its page on this site") { craft, model in .text(model.settings.baseURL + Address.page(of: craft)) },
            .init("configuration_id", "integer", "number of its configuration") { craft, _ in .integer(craft.configurationID) },
            .init("configuration", "text", "name of its configuration") { craft, model in
                .optional(model.parts(ofConfiguration: craft.configurationID)?.configuration.name)
            },
            .init("type", "text", "type of its configuration") { craft, model in
                .optional(model.parts(ofConfiguration: craft.configurationID)?.type?.name)
            },
            .init("agency", "text", "agency that operates it") { craft, model in
                .optional(model.parts(ofConfiguration: craft.configurationID)?.agencyName)
            },
            .init("families", "texts", "families of its configuration") { craft, model in
                .list(model.parts(ofConfiguration: craft.configurationID)?.familyNames ?? [])
            },
            .init("status", "text", "status by the source") { craft, model in .optional(model.parts(ofStatus: craft.statusID)?.name) },
            .init("in_space", "true or false", "in space when the data was fetched") { craft, _ in .bool(craft.inSpace) },
            .init("is_placeholder", "true or false", "stands for a craft not yet named or built") { craft, _ in .bool(craft.isPlaceholder)
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
            .init("description", "text", "description by the source, without markup") { craft, model in
                .optional(model.sanitized(craft.description)?.plainText(limit: nil))
            },
        ])

    static let configurations = Table<Configuration>(
        name: "configurations",
        columns: [
            .init("id", "integer", "the source’s number") { configuration, _ in .integer(configuration.id) },
            .init("name", "text", "name of the configuration") { configuration, _ in .text(configuration.name) },
            .init("url", "address", "its page on this site") { configuration, model in
                .text(model.settings.baseURL + Address.page(of: configuration))
            },
            .init("type", "text", "type") { configuration, model in .optional(model.type(of: configuration)?.name) },
            .init("agency", "text", "agency that operates it") { configuration, model in .optional(model.agency(of: configuration)?.name) },
            .init("families", "texts", "families") { configuration, model in
                .list(model.families(of: configuration).map { .text($0.name) })
            },
            .init("in_use", "true or false", "still flown") { configuration, _ in .bool(configuration.inUse) },
            .init("spacecraft_count", "integer", "craft in this register") { configuration, model in
                .integer(model.fleet(ofConfiguration: configuration.id).positions.count)
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

    /// The fields of the site's downloads for their description, each name once.
    static func fields(_ model: SiteModel) -> [(name: String, form: String, meaning: String)] {
        var seen: Set<String> = []
        let all = spacecraft.fields + configurations.fields + (model.hasFlights ? flights.fields : [])
        return all.filter { seen.insert($0.name).inserted }
    }
}

extension TemplateValue {
    static func optional(_ truth: Bool?) -> TemplateValue { truth.map(TemplateValue.bool) ?? .null }
    static func optional(_ number: Int?) -> TemplateValue { number.map(TemplateValue.integer) ?? .null }
    static func optional(_ number: Double?) -> TemplateValue { number.map { .number("\($0)") } ?? .null }
}
