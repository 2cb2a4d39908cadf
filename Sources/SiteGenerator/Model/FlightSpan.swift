import Catalogue
import TemplateEngine

/// The time of a flight, from its launch to its end.
struct FlightSpan: Sendable, Hashable, Comparable {
    let start: Timestamp
    /// How exact the source is about the start. Nil where it does not say.
    var precision: String?
    /// Nil while the flight goes on.
    let end: Timestamp?
    /// Whether the fetches saw the craft in space, and the source tells of no flight.
    var isSeen = false

    /// The flights of a craft of which both are known. A launch that is still to come is none, and neither is a flight that is over at an
    /// unknown time.
    static func spans(of craft: Spacecraft) -> [FlightSpan] {
        guard let flights = craft.flights else { return [] }
        let current = craft.currentFlight
        return flights.compactMap { flight in
            guard let start = flight.launch?.net, flight.launch?.isStillToCome == false else { return nil }
            let precision = flight.launch?.netPrecision
            func span(to end: Timestamp?) -> FlightSpan { FlightSpan(start: start, precision: precision, end: end) }
            if let end = flight.missionEnd { return end < start ? nil : span(to: end) }
            if flight.id == current?.id { return span(to: nil) }
            guard let duration = flight.duration, duration.seconds > 0 else { return nil }
            return span(to: Timestamp(secondsSince1970: start.secondsSince1970 + duration.seconds))
        }
    }

    /// When a craft was in space by the fetches that saw it go and come. A craft that was there from the first fetch on has no known start.
    /// One that was removed meanwhile may have come back unseen: what is over at an unknown time is no flight.
    ///
    /// - Parameter isInSpace: whether it is in space now.
    static func spans(seen states: [(date: Timestamp, isInSpace: Bool)], isInSpace: Bool) -> [FlightSpan] {
        var spans: [FlightSpan] = []
        var start: Timestamp?
        for state in states {
            if let began = start, !state.isInSpace { spans.append(FlightSpan(start: began, end: state.date, isSeen: true)) }
            start = state.isInSpace ? state.date : nil
        }
        guard let start, isInSpace else { return spans }
        return spans + [FlightSpan(start: start, end: nil, isSeen: true)]
    }

    /// The order of their times. The rest is compared where both are equal, so that only equal ones have no order.
    static func < (left: Self, right: Self) -> Bool {
        if left.start != right.start { return left.start < right.start }
        if left.end != right.end { return (left.end ?? .endless) < (right.end ?? .endless) }
        return (left.precision == nil ? 0 : 1, left.precision ?? "", left.isSeen ? 1 : 0)
            < (right.precision == nil ? 0 : 1, right.precision ?? "", right.isSeen ? 1 : 0)
    }

    /// The start, only as exact as the source says.
    var startDate: TemplateObject { LaunchDate.view(start, precision: precision) }

    /// The years of the flight. One that goes on lasts until the year of the data.
    ///
    /// - Parameter dataYear: nil where it is not known.
    func years(until dataYear: Int?) -> ClosedRange<Int> {
        let first = start.date.year
        return first...max(first, end?.date.year ?? dataYear ?? first)
    }

    var inputs: InputHash {
        var hash = InputHash()
        hash.add(start)
        hash.add(precision)
        hash.add(isSeen)
        hash.add(end)
        return hash
    }
}

extension Timestamp {
    fileprivate static let endless = Timestamp(secondsSince1970: .max)
}

extension SiteModel {
    /// When a craft was in space, as far as it is known: by its flights, else by the fetches.
    func flightSpans(ofCraftAt position: CraftPosition) -> [FlightSpan] {
        spacecraftByName.withElement(at: position.index) { craft in
            if craft.pointee.flights?.isEmpty == false { return FlightSpan.spans(of: craft.pointee) }
            return history.statesInSpace(of: craft.pointee.id).map { FlightSpan.spans(seen: $0, isInSpace: craft.pointee.isInSpace) } ?? []
        }
    }

    /// The year of the data, until which flights go on that have no end. Nil when it is not known.
    var dataYear: Int? { dataDay?.year }

    /// The day of the data. What is planned for a later one has not been flown. Nil when it is not known.
    var dataDay: CalendarDate? { input.dataDate.timestamp?.date }

    /// Whether anything is known of when craft were in space.
    var hasFlightSpans: Bool { hasFlights || history.hasStatesInSpace }
}

extension Spacecraft {
    /// The flight on which a craft in space is: the one that was launched last and has no end.
    var currentFlight: Flight? {
        guard isInSpace else { return nil }
        return flights?.filter { $0.missionEnd == nil && $0.launch?.net != nil && $0.launch?.isStillToCome == false }
            .max { ($0.launch?.net?.secondsSince1970 ?? 0, $0.id) < ($1.launch?.net?.secondsSince1970 ?? 0, $1.id) }
    }
}

extension Launch {
    /// Whether the source says by its status that the launch is still to come, which its date does not say.
    var isStillToCome: Bool {
        ["go for launch", "to be determined", "to be confirmed", "on hold"].contains((status ?? "").lowercased())
    }
}
