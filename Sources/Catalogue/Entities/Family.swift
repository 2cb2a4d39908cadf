/// A line of configurations, from `/spacecraft_configuration_families/`: Soyuz, Dragon.
public struct Family: Entity {
    public static let kind = EntityKind.family

    public var id: Int
    public var name: String
    /// What the normal form adds; nil in the list form, in which a parent is given.
    public var profile: Profile?
    /// What the detailed form adds.
    public var statistics: FlightStatistics?

    public init(id: Int, name: String, profile: Profile? = nil, statistics: FlightStatistics? = nil) {
        self.id = id
        self.name = name
        self.profile = profile
        self.statistics = statistics
    }

    public var form: ResponseMode { statistics != nil ? .detailed : profile != nil ? .normal : .list }

    public struct Profile: Sendable, Hashable {
        public var description: String
        /// The agency that builds it.
        public var manufacturerID: Int?
        public var parentID: Int?
        public var maidenFlight: CalendarDate?

        public init(description: String = "", manufacturerID: Int? = nil, parentID: Int? = nil, maidenFlight: CalendarDate? = nil) {
            self.description = description
            self.manufacturerID = manufacturerID
            self.parentID = parentID
            self.maidenFlight = maidenFlight
        }
    }

    public var parentID: Int? { profile?.parentID }
    public var manufacturerID: Int? { profile?.manufacturerID }

    public static let fields: [EntityField<Family>] =
        [
            .init("name") { $0.name },
            .init("description") { $0.profile?.description },
            .init("manufacturer") { $0.manufacturerID.map(String.init) },
            .init("parent") { $0.parentID.map(String.init) },
            .init("maiden_flight") { $0.profile?.maidenFlight?.iso8601 },
        ] + FlightStatistics.fields { $0.statistics }
}
