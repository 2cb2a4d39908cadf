/// What became of a craft: Active, Single Use, Destroyed. It is not the state of the moment: a craft in space can be 'Single Use'.
public struct Status: NamedEntity {
    public static let kind = EntityKind.status
    public var id: Int
    public var name: String

    public init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}

/// The kind of craft a configuration is: Capsule, Spaceplane, Cargo Resupply.
public struct ConfigurationType: NamedEntity {
    public static let kind = EntityKind.configurationType
    public var id: Int
    public var name: String

    public init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}

/// The kind of organisation an agency is: Government, Commercial.
public struct AgencyType: NamedEntity {
    public static let kind = EntityKind.agencyType
    public var id: Int
    public var name: String

    public init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}

/// An entity that is no more than an id and a name.
public protocol NamedEntity: Entity {
    var id: Int { get }
    init(id: Int, name: String)
}

extension NamedEntity {
    public static var fields: [EntityField<Self>] { [EntityField("name") { $0.name }] }
}
