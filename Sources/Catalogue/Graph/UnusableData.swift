/// A record of the source that cannot be used, of an entity that was known before. The catalogue holds the entity's last form.
public struct SetAsideRecord: Sendable, Hashable {
    public let entity: EntityKey
    /// The date of the form in the catalogue. It is nil when it is not known.
    public let asOf: Timestamp?

    public init(_ entity: EntityKey, asOf: Timestamp?) {
        self.entity = entity
        self.asOf = asOf
    }
}

/// A value of the source that cannot be, such as a negative height. The catalogue does not hold it: it counts as not recorded.
public struct UnusableValue: Sendable, Hashable {
    public let entity: EntityKey
    /// The field in the API's own names: `height`, `flights › launch › net`.
    public let field: String
    /// The value in the source's form, shortened to a line: `-3`, `"748 m"`.
    public let value: String

    public init(of entity: EntityKey, field: String, value: String) {
        self.entity = entity
        self.field = field
        self.value = value
    }
}
