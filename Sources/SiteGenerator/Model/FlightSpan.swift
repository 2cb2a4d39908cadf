import Catalogue

/// The time of a flight, from its launch to its end.
struct FlightSpan: Sendable, Hashable {
    let start: Timestamp
    /// Nil while the flight goes on.
    let end: Timestamp?

    /// The flights of a craft of which both are known. A launch that is still to come is none, and neither is a flight that is over at an
    /// unknown time.
    static func spans(of craft: Spacecraft) -> [FlightSpan] {
        guard let flights = craft.flights else { return [] }
        let current = craft.currentFlight
        return flights.compactMap { flight in
            guard let start = flight.launch?.net, flight.launch?.isStillToCome == false else { return nil }
            if let end = flight.missionEnd { return end < start ? nil : FlightSpan(start: start, end: end) }
            if flight.id == current?.id { return FlightSpan(start: start, end: nil) }
            guard let duration = flight.duration, duration.seconds > 0 else { return nil }
            return FlightSpan(start: start, end: Timestamp(secondsSince1970: start.secondsSince1970 + duration.seconds))
        }
    }

    var years: ClosedRange<Int> { start.date.year...max(start.date.year, (end ?? start).date.year) }

    var inputs: InputHash {
        var hash = InputHash()
        hash.add(start)
        hash.add(end)
        return hash
    }
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
