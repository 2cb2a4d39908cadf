import Catalogue
import TemplateEngine

/// The flights of a craft, the newest launch first. Flights without a date come last.
enum FlightTableView {
    static let shape: TemplateShape = ["id": .text, "caption": .text, "rows": .list(row.shape)]

    private static let row: ViewFields<Flight, SiteModel> = [
        .init("name", .text) { flight, _ in .text(flight.name) },
        .init("status", .text) { flight, _ in .optional(flight.launch?.status) },
        .init("launched", ValueView.shape) { flight, _ in .object(LaunchDate.view(flight.launch)) },
        .init("rocket", ValueView.shape) { flight, _ in .object(ValueView.text(flight.launch?.rocket)) },
        .init("provider", ValueView.shape) { flight, model in
            .optional(flight.launch?.launchServiceProvider.map { provider($0, model) })
        },
        .init("destination", ValueView.shape) { flight, _ in .object(ValueView.text(flight.destination)) },
        .init("mission_end", ValueView.shape) { flight, _ in .object(missionEnd(flight.missionEnd)) },
        .init("duration", ValueView.shape) { flight, _ in .object(ValueView.duration(flight.duration)) },
        .init("turnaround", ValueView.shape) { flight, _ in .object(ValueView.duration(flight.turnAroundTime)) },
        .init("landing", ValueView.shape) { flight, _ in .object(ValueView.words(FlightFormatter.landing(flight.landing))) },
    ]

    /// Nil when the craft has no flights or its record does not give them.
    static func make(_ craft: Spacecraft, _ model: SiteModel) -> TemplateObject? {
        guard let flights = craft.flights, !flights.isEmpty else { return nil }
        return [
            "id": "flights-table",
            "caption": .message("flights.caption", ["craft": craft.shownName, "count": .integer(flights.count)]),
            "rows": .objects(newestFirst(flights).map { row.object($0, model) }),
        ]
    }

    private static func newestFirst(_ flights: [Flight]) -> [Flight] {
        flights.sorted { left, right in
            switch (left.launch?.net, right.launch?.net) {
            case (let first?, let second?) where first != second: first > second
            case (_?, nil): true
            case (nil, _?): false
            default: left.id > right.id
            }
        }
    }

    /// The provider. It has a link when it is one of the register's agencies.
    private static func provider(_ provider: Launch.Provider, _ model: SiteModel) -> TemplateObject {
        if provider.name.isEmpty { return ValueView.unknown() }
        return ValueView.make(.text(provider.name), path: model.catalogue.agencies[id: provider.id].map(Address.page))
    }

    private static func missionEnd(_ time: Timestamp?) -> TemplateObject {
        guard let time else { return ValueView.unknown() }
        return ValueView.make(Formatted.date(time.date), datetime: time.rfc3339)
    }

}

/// The date of a launch, only as exact as the source says. When only the month or the year is known, the source fills in the rest.
enum LaunchDate {
    static func view(_ launch: Launch?) -> TemplateObject {
        launch?.net.map { view($0, precision: launch?.netPrecision) } ?? ValueView.unknown()
    }

    static func view(_ net: Timestamp, precision: String?) -> TemplateObject {
        let date = net.date
        let year = String(date.iso8601.prefix(4))
        let precision = precision ?? ""
        switch precision.prefix(while: { $0 != " " }).lowercased() {
        case "", "second", "minute", "hour": return ValueView.make(Formatted.date(date), datetime: net.rfc3339)
        case "morning", "afternoon", "day": return ValueView.date(date)
        case "month":
            return ValueView.make(
                .message("flights.month", ["month": .text(String(date.iso8601.prefix(7)))]), datetime: String(date.iso8601.prefix(7)))
        case "quarter":
            return ValueView.make(
                .message("flights.quarter", ["quarter": .integer((date.month + 2) / 3), "year": .text(year)]), datetime: year)
        case "half":
            return ValueView.make(.message("flights.half", ["half": .integer((date.month + 5) / 6), "year": .text(year)]), datetime: year)
        case "year", "fiscal": return ValueView.make(.text(year), datetime: year)
        default: return ValueView.make(.message("flights.about", ["date": .text(date.iso8601), "precision": .text(precision)]))
        }
    }
}
