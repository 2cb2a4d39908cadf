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

/// One field of an entity: its name in the API and its value as text, nil for null or not given.
public struct EntityField<E: Entity>: Sendable {
    public let name: String
    public let text: @Sendable (E) -> String?
    /// True where the value moves with every request and so says nothing new: the durations of a craft that is in space.
    public let isTicking: @Sendable (E) -> Bool

    init(_ name: String, isTicking: @escaping @Sendable (E) -> Bool = { _ in false }, _ text: @escaping @Sendable (E) -> String?) {
        self.name = name
        self.text = text
        self.isTicking = isTicking
    }
}
