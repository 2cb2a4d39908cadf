/// The launch of a flight, with the fields that matter to a reader of the craft's page.
public struct Launch: Record {
    /// A UUID. The ids of the catalogue's entities are integers.
    public var id: String?
    /// Rocket and mission: `Falcon 9 Block 5 | Crew-9`. It is empty when the source gives no name.
    public var name: String
    /// 'No earlier than': the past or planned time of the launch. ``netPrecision`` says how exact it is.
    public var net: Timestamp?
    /// The precision in the source's words, from Second over Day and Month to Year.
    public var netPrecision: String?
    /// The status in the source's words: Launch Successful, To Be Confirmed.
    public var status: String?
    public var launchServiceProvider: Provider?
    /// The full name of the rocket's configuration.
    public var rocket: String?

    public init(
        id: String? = nil, name: String = "", net: Timestamp? = nil, netPrecision: String? = nil, status: String? = nil,
        launchServiceProvider: Provider? = nil, rocket: String? = nil
    ) {
        self.id = id
        self.name = name
        self.net = net
        self.netPrecision = netPrecision
        self.status = status
        self.launchServiceProvider = launchServiceProvider
        self.rocket = rocket
    }

    public static let blank = Launch()
    public static let schema = Schema<Launch>([
        .text("id", \.id),
        .text("name", \.name, .mayBeAbsent),
        .responseMode(atLeast: .normal),
        .name("status", \.status, comparedAfter: "net_precision"),
        .timestamp("net", \.net),
        .name("net_precision", \.netPrecision),
        .object("launch_service_provider", \.launchServiceProvider, comparedBy: \.name),
        .name("rocket", \.rocket, inside: "configuration", key: "full_name", otherKey: "name"),
    ])

    /// An agency that launches. It need not be an entity of the catalogue, because the catalogue holds only agencies that operate or build
    /// craft. Otherwise the set of agencies would depend on the mode of the fetch.
    public struct Provider: Record {
        public var id: Agency.ID
        public var name: String

        public init(id: Agency.ID, name: String) {
            self.id = id
            self.name = name
        }

        public static let blank = Provider(id: 0, name: "")
        public static let schema = Schema<Provider>([
            .responseMode(atLeast: .list),
            .id(\.id),
            .text("name", \.name),
        ])
    }
}
