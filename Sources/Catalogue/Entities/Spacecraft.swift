/// One craft of the list `/spacecraft/`.
public struct Spacecraft: Entity {
    public static let kind = EntityKind.spacecraft

    public var id: RecordID<Spacecraft>
    public var name: String
    public var serialNumber: String?
    /// Whether the record is for a craft that is not yet built or named. Nil when the source does not record it.
    public var isPlaceholder: Bool?
    public var imageID: Image.ID?
    /// Nil when the source does not record it. Then the craft counts neither as in space nor as not in space.
    public var inSpace: Bool?
    /// The source gives both nil and zero for 'not known'; see ``timeInSpaceIsKnown``.
    public var timeInSpace: ISODuration?
    public var timeDocked: ISODuration?
    public var flightsCount: Int?
    public var missionEndsCount: Int?
    /// Nil when the source does not record it.
    public var statusID: Status.ID?
    public var description: String
    public var configurationID: Configuration.ID
    /// The shortest time on the ground between two flights of this craft.
    public var fastestTurnaround: ISODuration?
    /// The flights in the order of their ids. Only the detailed form gives them. It is nil in the normal form.
    public var flights: [Flight]?

    public init(
        id: RecordID<Spacecraft>, name: String, serialNumber: String? = nil, isPlaceholder: Bool? = false, imageID: Image.ID? = nil,
        inSpace: Bool? = false,
        timeInSpace: ISODuration? = nil, timeDocked: ISODuration? = nil, flightsCount: Int? = nil, missionEndsCount: Int? = nil,
        statusID: Status.ID? = nil, description: String = "", configurationID: Configuration.ID, fastestTurnaround: ISODuration? = nil,
        flights: [Flight]? = nil
    ) {
        self.id = id
        self.name = name
        self.serialNumber = serialNumber
        self.isPlaceholder = isPlaceholder
        self.imageID = imageID
        self.inSpace = inSpace
        self.timeInSpace = timeInSpace
        self.timeDocked = timeDocked
        self.flightsCount = flightsCount
        self.missionEndsCount = missionEndsCount
        self.statusID = statusID
        self.description = description
        self.configurationID = configurationID
        self.fastestTurnaround = fastestTurnaround
        self.flights = flights
    }

    public var form: ResponseMode { flights == nil ? .normal : .detailed }

    public static let table = EntityTablePath(\.spacecraft) { $0.spacecraft }
    public static let blank = Spacecraft(id: 0, name: "", isPlaceholder: nil, inSpace: nil, configurationID: 0)
    public static let schema = Schema<Spacecraft>([
        .responseMode(atLeast: .normal, isAsAsked: true),
        .id(\.id),
        .url,
        .text("name", \.name),
        .text("serial_number", \.serialNumber),
        .flag("is_placeholder", \.isPlaceholder, .mayBeAbsent),
        .reference("image", \.imageID),
        .flag("in_space", \.inSpace, .mayBeAbsent),
        .duration("time_in_space", \.timeInSpace, ticksWhile: \.isInSpace),
        .duration("time_docked", \.timeDocked, ticksWhile: \.isInSpace),
        .wholeNumber("flights_count", \.flightsCount),
        .wholeNumber("mission_ends_count", \.missionEndsCount),
        .reference("status", \.statusID, .required),
        .text("description", \.description).ofLines,
        .reference("spacecraft_config", \.configurationID).inEqualDetail,
        .duration("fastest_turnaround", \.fastestTurnaround),
        .list(
            "flights", \.flights, from: .detailed, comparedBy: \.name, arrange: Flight.inOrderOfIDs, differences: Flight.differences),
    ])
    public static let formsShareTopLevelFields = true
}

extension Spacecraft {
    /// Whether the source says that the craft is in space. One of which it says nothing is not counted.
    public var isInSpace: Bool { inSpace == true }

    public var hasFlown: Bool { (flightsCount ?? 0) > 0 || isInSpace }

    /// Whether the time in space is known. The API writes `P0D` both for a craft that never flew and for one whose times nobody recorded.
    public var timeInSpaceIsKnown: Bool {
        guard let timeInSpace else { return false }
        return timeInSpace.seconds > 0 || !hasFlown
    }

    /// Whether the source gives a longer time docked than in space. That is impossible, but the source says it of a few craft.
    public var isDockedLongerThanInSpace: Bool {
        guard let timeInSpace, let timeDocked else { return false }
        return timeDocked > timeInSpace
    }

    /// Whether a flight has begun and not ended.
    public var isUnderWay: Bool {
        guard let flightsCount, let missionEndsCount else { return isInSpace }
        return isInSpace || flightsCount > missionEndsCount
    }
}
