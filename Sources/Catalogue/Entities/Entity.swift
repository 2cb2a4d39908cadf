/// A record of the catalogue that other records refer to by its id.
public protocol Entity: Record, Identifiable where ID == RecordID<Self> {
    static var kind: EntityKind { get }
    /// The place where the catalogue keeps the entities of this kind.
    static var table: EntityTablePath<Self> { get }
    /// Whether each form of the entity gives all fields except those of its parts. If so, nil always means null.
    static var formsShareTopLevelFields: Bool { get }
    var id: RecordID<Self> { get set }
    var name: String { get set }
    /// How much of the entity the API gave. The same agency occurs in several forms. The catalogue keeps the fullest.
    var form: ResponseMode { get }
}

extension Entity {
    public static var formsShareTopLevelFields: Bool { false }
    public var form: ResponseMode { .detailed }
}

/// The API's levels of detail, from the least to the most.
public enum ResponseMode: String, Sendable, Comparable, Codable, CaseIterable {
    case list
    case normal
    case detailed

    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .list: 0
        case .normal: 1
        case .detailed: 2
        }
    }
}
