/// The state of a craft's career: Active, Single Use, Destroyed. It is not the current state: a craft in space can be 'Single Use'.
public struct Status: Entity {
    public static let kind = EntityKind.status
    public static let table = EntityTablePath(\.statuses) { $0.statuses }
    public static let blank = Status(id: 0, name: "")
    public static let schema = Schema<Status>([.id(\.id), .text("name", \.name)])

    public var id: RecordID<Status>
    public var name: String

    public init(id: RecordID<Status>, name: String) {
        self.id = id
        self.name = name
    }
}

/// The kind of craft that a configuration describes: Capsule, Spaceplane, Cargo Resupply.
public struct ConfigurationType: Entity {
    public static let kind = EntityKind.configurationType
    public static let table = EntityTablePath(\.configurationTypes) { $0.configurationTypes }
    public static let blank = ConfigurationType(id: 0, name: "")
    public static let schema = Schema<ConfigurationType>([.id(\.id), .text("name", \.name)])

    public var id: RecordID<ConfigurationType>
    public var name: String

    public init(id: RecordID<ConfigurationType>, name: String) {
        self.id = id
        self.name = name
    }
}

/// The kind of organisation that an agency is: Government, Commercial.
public struct AgencyType: Entity {
    public static let kind = EntityKind.agencyType
    public static let table = EntityTablePath(\.agencyTypes) { $0.agencyTypes }
    public static let blank = AgencyType(id: 0, name: "")
    public static let schema = Schema<AgencyType>([.id(\.id), .text("name", \.name)])

    public var id: RecordID<AgencyType>
    public var name: String

    public init(id: RecordID<AgencyType>, name: String) {
        self.id = id
        self.name = name
    }
}
