/// The launch that a flight begins with, as far as a visitor of the craft asks for it.
public struct Launch: Record {
    /// A UUID, other than the ids of the catalogue's entities.
    public var id: String?
    /// Rocket and mission: `Falcon 9 Block 5 | Crew-9`; empty where the source gives none.
    public var name: String
    /// No earlier than this: when it was, or is to be, as exactly as ``netPrecision`` says.
    public var net: Timestamp?
    /// In the source's words, from Second over Day and Month to Year.
    public var netPrecision: String?
    /// In the source's words: Launch Successful, To Be Confirmed.
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

    /// An agency that launches. It need not be an entity of the catalogue, which has those that operate or build craft: otherwise agencies would
    /// come and go with the mode of the fetch.
    public struct Provider: Record {
        public var id: Int
        public var name: String

        public init(id: Int, name: String) {
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
