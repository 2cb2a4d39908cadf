/// One flight of a craft, from `flights` of the craft's detailed form.
///
/// What the API gives of dockings and crews stands at another address, `/spacecraft_flights/`, and is not asked for.
public struct Flight: Sendable, Hashable, Identifiable {
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
}

extension Flight {
    /// What a flight is called: by its launch or, without one, by its number.
    public var name: String {
        guard let name = launch?.name, !name.isEmpty else { return "Flight \(id)" }
        return name
    }
}
