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
        .init("duration", ValueView.shape) { flight, _ in .object(duration(flight.duration)) },
        .init("turnaround", ValueView.shape) { flight, _ in .object(duration(flight.turnAroundTime)) },
        .init("landing", ValueView.shape) { flight, _ in .object(ValueView.text(FlightFormatter.landing(flight.landing))) },
    ]

    /// Nil when the craft has no flights or its record does not give them.
    static func make(_ craft: Spacecraft, _ model: SiteModel) -> TemplateObject? {
        guard let flights = craft.flights, !flights.isEmpty else { return nil }
        let order = flights.count > 1 ? ", the newest first" : ""
        return [
            "id": "flights-table",
            "caption": .text("\(name: craft.name): \(Numbers.counted(flights.count, "flight", "flights"))\(order)"),
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
        return ValueView.make(provider.name, path: model.catalogue.agencies[id: provider.id].map(Address.page))
    }

    private static func missionEnd(_ time: Timestamp?) -> TemplateObject {
        guard let time else { return ValueView.unknown() }
        return ValueView.make(time.date.humanText, datetime: time.rfc3339)
    }

    /// The source also writes zero for an unknown duration.
    private static func duration(_ duration: ISODuration?) -> TemplateObject {
        guard let duration, duration.seconds != 0 else { return ValueView.unknown() }
        return ValueView.make(duration.humanText, datetime: duration.iso8601)
    }
}

/// The date of a launch, only as exact as the source says. When only the month or the year is known, the source fills in the rest.
enum LaunchDate {
    static func view(_ launch: Launch?) -> TemplateObject {
        guard let net = launch?.net else { return ValueView.unknown() }
        let date = net.date
        let year = String(date.iso8601.prefix(4))
        let precision = launch?.netPrecision ?? ""
        switch precision.prefix(while: { $0 != " " }).lowercased() {
        case "", "second", "minute", "hour": return ValueView.make(date.humanText, datetime: net.rfc3339)
        case "morning", "afternoon", "day": return ValueView.date(date)
        case "month": return ValueView.make("\(date.monthName) \(year)", datetime: String(date.iso8601.prefix(7)))
        case "quarter": return ValueView.make("quarter \((date.month + 2) / 3) of \(year)", datetime: year)
        case "half": return ValueView.make("half \((date.month + 5) / 6) of \(year)", datetime: year)
        case "year", "fiscal": return ValueView.make(year, datetime: year)
        default: return ValueView.make("about \(date.humanText) (\(precision))")
        }
    }
}
