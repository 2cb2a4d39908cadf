/// A spacecraft design, from `/spacecraft_configurations/`: Soyuz TM, Crew Dragon 2.
public struct Configuration: Entity {
    public static let kind = EntityKind.configuration

    public var id: RecordID<Configuration>
    public var name: String
    /// Nil when the source does not record it.
    public var typeID: ConfigurationType.ID?
    /// Nil when the source does not record it.
    public var agencyID: Agency.ID?
    /// A configuration can belong to several families (Crew Dragon 2: Dragon and Dragon 2).
    public var familyIDs: [Family.ID]
    /// Nil when the source does not record it.
    public var inUse: Bool?
    public var imageID: Image.ID?
    /// The fields that only the detailed form gives. It is nil in the normal form.
    public var details: Details?

    public init(
        id: RecordID<Configuration>, name: String, typeID: ConfigurationType.ID? = nil, agencyID: Agency.ID? = nil,
        familyIDs: [Family.ID] = [], inUse: Bool? = false, imageID: Image.ID? = nil,
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

    public static let table = EntityTablePath(\.configurations) { $0.configurations }
    public static let blank = Configuration(id: 0, name: "", inUse: nil)
    public static let schema = Schema<Configuration>([
        .responseMode(atLeast: .normal),
        .id(\.id),
        .url,
        .text("name", \.name),
        .reference("type", \.typeID, .required),
        .reference("agency", \.agencyID, .required),
        .references("family", \.familyIDs).inEqualDetail,
        .flag("in_use", \.inUse, .mayBeAbsent),
        .reference("image", \.imageID),
        .part("details", \.details, from: .detailed, distinctiveFields: ["capability", "human_rated", "maiden_flight"]),
    ])
}

extension Configuration {
    public struct Details: Record {
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

        public static let blank = Details()
        public static let schema = Schema<Details>([
            .text("capability", \.capability, .mayBeAbsent).ofLines,
            .text("history", \.history, .mayBeAbsent).ofLines,
            .text("details", \.details, .mayBeAbsent).ofLines,
            .date("maiden_flight", \.maidenFlight),
            .decimal("height", \.height, in: .positive),
            .decimal("diameter", \.diameter, in: .positive),
            .flag("human_rated", \.humanRated, .mayBeAbsent),
            .wholeNumber("crew_capacity", \.crewCapacity),
            .wholeNumber("payload_capacity", \.payloadCapacity),
            .wholeNumber("payload_return_capacity", \.payloadReturnCapacity),
            .text("flight_life", \.flightLife),
            .text("wiki_link", \.wikiLink, .mayBeNull),
            .text("info_link", \.infoLink, .mayBeNull),
            .part("statistics", \.statistics),
            .duration("fastest_turnaround", \.fastestTurnaround),
        ])
    }
}
