/// The id of a record, as the API numbers it. An id of one kind is no id of another.
@frozen public struct RecordID<Subject>: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    public let number: Int

    @inlinable public init(_ number: Int) { self.number = number }
    @inlinable public init(integerLiteral number: Int) { self.number = number }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    public var description: String { String(number) }
}

/// An entity of any kind: its kind and the number of its id.
public struct EntityKey: Hashable, Sendable, CustomStringConvertible {
    public let kind: EntityKind
    public let number: Int

    public init(_ kind: EntityKind, _ number: Int) {
        self.kind = kind
        self.number = number
    }

    public init<E: Entity>(_ id: RecordID<E>) { self.init(E.kind, id.number) }

    /// The id of the entity. It is nil when the entity is of another kind.
    public func id<E: Entity>(of _: E.Type) -> RecordID<E>? { kind == E.kind ? RecordID(number) : nil }

    /// `spacecraft 126`
    public var description: String { "\(kind.rawValue) \(number)" }
}
