/// One entity that appeared, changed or went between two catalogues.
public struct Change: Sendable, Hashable {
    public enum Event: Sendable, Hashable {
        case appeared
        case changed([FieldChange])
        case went
    }

    public let kind: EntityKind
    public let id: Int
    /// The name it has now, or had last.
    public let name: String
    public let event: Event

    public init(kind: EntityKind, id: Int, name: String, event: Event) {
        self.kind = kind
        self.id = id
        self.name = name
        self.event = event
    }
}

/// One field's value before and after; nil for null.
public struct FieldChange: Sendable, Hashable, Codable {
    public let field: String
    public let from: String?
    public let to: String?

    public init(field: String, from: String?, to: String?) {
        self.field = field
        self.from = from
        self.to = to
    }
}
