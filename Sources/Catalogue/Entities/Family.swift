/// A line of configurations, from `/spacecraft_configuration_families/`: Soyuz, Dragon.
public struct Family: Entity {
    public static let kind = EntityKind.family

    public var id: RecordID<Family>
    public var name: String
    /// The fields that the normal form adds. It is nil in the list form. The API gives a parent family in that form.
    public var profile: Profile?
    /// The fields that the detailed form adds.
    public var statistics: FlightStatistics?

    public init(id: RecordID<Family>, name: String, profile: Profile? = nil, statistics: FlightStatistics? = nil) {
        self.id = id
        self.name = name
        self.profile = profile
        self.statistics = statistics
    }

    public var form: ResponseMode { statistics != nil ? .detailed : profile != nil ? .normal : .list }

    public struct Profile: Record {
        public var description: String
        /// The agency that builds the family.
        public var manufacturerID: Agency.ID?
        public var parentID: Family.ID?
        public var maidenFlight: CalendarDate?

        public init(
            description: String = "", manufacturerID: Agency.ID? = nil, parentID: Family.ID? = nil, maidenFlight: CalendarDate? = nil
        ) {
            self.description = description
            self.manufacturerID = manufacturerID
            self.parentID = parentID
            self.maidenFlight = maidenFlight
        }

        public static let blank = Profile()
        public static let schema = Schema<Profile>([
            .text("description", \.description, .mayBeAbsent).ofLines,
            .reference("manufacturer", \.manufacturerID),
            .reference("parent", \.parentID),
            .date("maiden_flight", \.maidenFlight),
        ])
    }

    public var parentID: Family.ID? { profile?.parentID }
    public var manufacturerID: Agency.ID? { profile?.manufacturerID }

    public static let table = EntityTablePath(\.families) { $0.families }
    public static let blank = Family(id: 0, name: "")
    /// The API calls a family with counters 'normal' when the family is inside a configuration.
    public static let schema = Schema<Family>([
        .responseMode(atLeast: .list, insideAtMost: .normal),
        .id(\.id),
        .text("name", \.name),
        .part("profile", \.profile, from: .normal, distinctiveFields: ["description", "manufacturer", "maiden_flight"]),
        .part("statistics", \.statistics, from: .detailed, distinctiveFields: ["spacecraft_flown", "total_launch_count"]),
        .referring("spacecraft", .configuration, by: "family"),
    ])
}
