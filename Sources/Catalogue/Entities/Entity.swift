/// A record of the catalogue that other records refer to by its id.
public protocol Entity: Sendable, Hashable, Identifiable where ID == Int {
    static var kind: EntityKind { get }
    /// Every field but the id, under the API's own name: what a contradiction or a change is told by.
    static var fields: [EntityField<Self>] { get }
    var name: String { get }
    /// How much of the entity the API gave. The same agency occurs in several forms; the fullest is kept.
    var form: ResponseMode { get }
}

extension Entity {
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
