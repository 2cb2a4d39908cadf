/// A design of which craft are built, from `/spacecraft_configurations/`: Soyuz TM, Crew Dragon 2.
public struct Configuration: Entity {
    public static let kind = EntityKind.configuration

    public var id: Int
    public var name: String
    public var typeID: Int
    public var agencyID: Int
    /// A configuration can belong to several families (Crew Dragon 2: Dragon and Dragon 2).
    public var familyIDs: [Int]
    public var inUse: Bool
    public var imageID: Int?
    /// What only the detailed form says; nil in the normal form.
    public var details: Details?

    public init(
        id: Int, name: String, typeID: Int, agencyID: Int, familyIDs: [Int] = [], inUse: Bool = false, imageID: Int? = nil,
        details: Details? = nil
    ) {
        self.id = id
        self.name = name
        self.typeID = typeID
        self.agencyID = agencyID
        self.familyIDs = familyIDs
        self.inUse = inUse
        self.imageID = imageID
        self.details = details
    }

    public var form: ResponseMode { details == nil ? .normal : .detailed }

    public static let fields: [EntityField<Configuration>] =
        [
            .init("name") { $0.name },
            .init("type") { String($0.typeID) },
            .init("agency") { String($0.agencyID) },
            .init("family") { $0.familyIDs.map(String.init).joined(separator: ", ") },
            .init("in_use") { String($0.inUse) },
            .init("image") { $0.imageID.map(String.init) },
        ] + Details.fields
}

extension Configuration {
    public struct Details: Sendable, Hashable {
        public var capability: String = ""
        public var history: String = ""
        public var details: String = ""
        public var maidenFlight: CalendarDate?
        /// Metres.
        public var height: Double?
        /// Metres.
        public var diameter: Double?
        public var humanRated: Bool?
        public var crewCapacity: Int?
        /// Kilograms to orbit.
        public var payloadCapacity: Int?
        /// Kilograms back to Earth.
        public var payloadReturnCapacity: Int?
        public var flightLife: String?
        public var wikiLink: String = ""
        public var infoLink: String = ""
        public var statistics = FlightStatistics()
        public var fastestTurnaround: ISODuration?

        public init() {}

        static let fields: [EntityField<Configuration>] =
            [
                .init("capability") { $0.details?.capability },
                .init("history") { $0.details?.history },
                .init("details") { $0.details?.details },
                .init("maiden_flight") { $0.details?.maidenFlight?.iso8601 },
                .init("height") { $0.details?.height.map { "\($0)" } },
                .init("diameter") { $0.details?.diameter.map { "\($0)" } },
                .init("human_rated") { $0.details?.humanRated.map(String.init) },
                .init("crew_capacity") { $0.details?.crewCapacity.map(String.init) },
                .init("payload_capacity") { $0.details?.payloadCapacity.map(String.init) },
                .init("payload_return_capacity") { $0.details?.payloadReturnCapacity.map(String.init) },
                .init("flight_life") { $0.details?.flightLife },
                .init("wiki_link") { $0.details?.wikiLink },
                .init("info_link") { $0.details?.infoLink },
                .init("fastest_turnaround") { $0.details?.fastestTurnaround?.iso8601 },
            ] + FlightStatistics.fields { $0.details?.statistics }
    }
}
