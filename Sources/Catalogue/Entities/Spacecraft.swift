/// One craft of the list `/spacecraft/`.
public struct Spacecraft: Entity {
    public static let kind = EntityKind.spacecraft

    public var id: Int
    public var name: String
    public var serialNumber: String?
    /// A record that stands for a craft not yet built or named.
    public var isPlaceholder: Bool
    public var imageID: Int?
    public var inSpace: Bool
    /// Nil and zero both occur for 'not known'; see ``timeInSpaceIsKnown``.
    public var timeInSpace: ISODuration?
    public var timeDocked: ISODuration?
    public var flightsCount: Int?
    public var missionEndsCount: Int?
    public var statusID: Int
    public var description: String
    public var configurationID: Int
    /// The shortest time on the ground between two flights of this craft.
    public var fastestTurnaround: ISODuration?
    /// In the order of ids. Only the detailed form gives them; nil in the normal form.
    public var flights: [Flight]?

    public init(
        id: Int, name: String, serialNumber: String? = nil, isPlaceholder: Bool = false, imageID: Int? = nil, inSpace: Bool = false,
        timeInSpace: ISODuration? = nil, timeDocked: ISODuration? = nil, flightsCount: Int? = nil, missionEndsCount: Int? = nil,
        statusID: Int, description: String = "", configurationID: Int, fastestTurnaround: ISODuration? = nil,
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

    public static let fields: [EntityField<Spacecraft>] =
        everyForm.map(\.inEveryForm) + [
            .init("flights", differences: Flight.differences) { $0.flights?.map(\.name).joined(separator: ", ") }
        ]

    private static let everyForm: [EntityField<Spacecraft>] = [
        .init("name") { $0.name },
        .init("serial_number") { $0.serialNumber },
        .init("is_placeholder") { String($0.isPlaceholder) },
        .init("image") { $0.imageID.map(String.init) },
        .init("in_space") { String($0.inSpace) },
        .init("time_in_space", isTicking: \.inSpace) { $0.timeInSpace?.iso8601 },
        .init("time_docked", isTicking: \.inSpace) { $0.timeDocked?.iso8601 },
        .init("flights_count") { $0.flightsCount.map(String.init) },
        .init("mission_ends_count") { $0.missionEndsCount.map(String.init) },
        .init("status") { String($0.statusID) },
        .init("description") { $0.description },
        .init("spacecraft_config") { String($0.configurationID) },
        .init("fastest_turnaround") { $0.fastestTurnaround?.iso8601 },
    ]
}

extension Spacecraft {
    public var hasFlown: Bool { (flightsCount ?? 0) > 0 || inSpace }

    /// The API writes `P0D` both for a craft that never flew and for one whose times nobody recorded.
    public var timeInSpaceIsKnown: Bool {
        guard let timeInSpace else { return false }
        return timeInSpace.seconds > 0 || !hasFlown
    }

    /// A craft cannot have been docked for longer than it was in space; the source says so of a few.
    public var isDockedLongerThanInSpace: Bool {
        guard let timeInSpace, let timeDocked else { return false }
        return timeDocked > timeInSpace
    }

    /// A flight has begun that has not ended.
    public var isUnderWay: Bool {
        guard let flightsCount, let missionEndsCount else { return inSpace }
        return inSpace || flightsCount > missionEndsCount
    }
}
