/// One flight of a craft, from `flights` of the craft's detailed form.
///
/// The API gives dockings and crews at another address, `/spacecraft_flights/`, which is not asked for.
public struct Flight: Record, Identifiable {
    public var id: Int
    /// In the source's words: International Space Station, Low Earth Orbit.
    public var destination: String?
    public var missionEnd: Timestamp?
    /// Grows with every request while the flight is under way.
    public var duration: ISODuration?
    /// The time on the ground before it, since the craft's flight before.
    public var turnAroundTime: ISODuration?
    public var launch: Launch?
    public var landing: Landing?

    public init(
        id: Int, destination: String? = nil, missionEnd: Timestamp? = nil, duration: ISODuration? = nil,
        turnAroundTime: ISODuration? = nil, launch: Launch? = nil, landing: Landing? = nil
    ) {
        self.id = id
        self.destination = destination
        self.missionEnd = missionEnd
        self.duration = duration
        self.turnAroundTime = turnAroundTime
        self.launch = launch
        self.landing = landing
    }

    public static let blank = Flight(id: 0)
    /// The document of the API calls neither launch nor landing nor the durations nullable; of a flight that is planned they may well be.
    public static let schema = Schema<Flight>([
        .id(\.id),
        .text("destination", \.destination),
        .timestamp("mission_end", \.missionEnd),
        .owner("spacecraft"),
        .object("launch", \.launch),
        .object("landing", \.landing),
        .duration("duration", \.duration, ticksWhile: { $0.missionEnd == nil }),
        .duration("turn_around_time", \.turnAroundTime),
        .responseMode(atLeast: .normal),
    ])
}

extension Flight {
    /// What a flight is called: by its launch or, without one, by its number.
    public var name: String {
        guard let name = launch?.name, !name.isEmpty else { return "Flight \(id)" }
        return name
    }
}

extension Flight {
    /// In the order of ids; of those that are there twice the first.
    static func inOrderOfIDs(_ flights: [Flight]) -> [Flight] {
        if zip(flights, flights.dropFirst()).allSatisfy({ $0.id < $1.id }) { return flights }
        return Dictionary(flights.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
    }

    /// How the flights of a craft differ, flight by flight in the order of ids: one that only one side has by its name, one that both have field by
    /// field. Nothing where either side does not give flights. ``FlightPath`` says which flight is meant.
    static func differences(from craft: Spacecraft, to other: Spacecraft) -> [FieldChange] {
        guard let earlier = craft.flights, let later = other.flights, earlier != later else { return [] }
        let before = Dictionary(earlier.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(later.map { ($0.id, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().flatMap { id in
            guard let from = before[id], let to = after[id] else {
                return [FieldChange(field: FlightPath(id: id).description, from: before[id]?.name, to: after[id]?.name)]
            }
            return schema.comparisons.compactMap { $0.difference(from: from, to: to) }.map {
                FieldChange(field: FlightPath(id: id, field: $0.field).description, from: $0.from, to: $0.to)
            }
        }
    }
}
