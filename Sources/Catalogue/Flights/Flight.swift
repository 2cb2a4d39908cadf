/// One flight of a craft, from `flights` of the craft's detailed form.
///
/// The API gives dockings and crews at another address, `/spacecraft_flights/`. Hangar does not request it.
public struct Flight: Record, Identifiable {
    public var id: RecordID<Flight>
    /// The destination in the source's words: International Space Station, Low Earth Orbit.
    public var destination: String?
    public var missionEnd: Timestamp?
    /// The length of the flight. It grows with every request while the flight is under way.
    public var duration: ISODuration?
    /// The time on the ground between the craft's previous flight and this one.
    public var turnAroundTime: ISODuration?
    public var launch: Launch?
    public var landing: Landing?

    public init(
        id: RecordID<Flight>, destination: String? = nil, missionEnd: Timestamp? = nil, duration: ISODuration? = nil,
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
    /// The API's documentation does not call launch, landing or the durations nullable. They may still be null for a planned flight.
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
    /// The name of the flight's launch. Without a launch, the number of the flight.
    public var name: String {
        guard let name = launch?.name, !name.allSatisfy(\.isWhitespace) else { return "Flight \(id)" }
        return name
    }
}

extension Flight {
    /// The flights in the order of their ids. When an id occurs twice, the first flight is kept.
    static func inOrderOfIDs(_ flights: [Flight]) -> [Flight] {
        if zip(flights, flights.dropFirst()).allSatisfy({ $0.id < $1.id }) { return flights }
        return Dictionary(flights.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
    }

    /// The differences between the flights of two craft, flight by flight in the order of ids. A flight that only one side has is given by
    /// its name. A flight that both sides have is compared field by field. The result is empty when either side gives no flights.
    /// ``FlightPath`` says which flight is meant.
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
