/// A record of the source that cannot be used, of an entity that was known before. The catalogue holds the entity's last form.
public struct SetAsideRecord: Sendable, Hashable {
    public let kind: EntityKind
    public let id: Int
    /// The date of the form in the catalogue. It is nil when it is not known.
    public let asOf: Timestamp?

    public init(kind: EntityKind, id: Int, asOf: Timestamp?) {
        self.kind = kind
        self.id = id
        self.asOf = asOf
    }
}
