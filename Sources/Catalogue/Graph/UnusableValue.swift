/// A value of the source that cannot be, such as a negative height. The catalogue does not hold it: it counts as not recorded.
public struct UnusableValue: Sendable, Hashable {
    public let kind: EntityKind
    public let id: Int
    /// The field in the API's own names: `height`, `flights › launch › net`.
    public let field: String
    /// The value in the source's form, shortened to a line: `-3`, `"748 m"`.
    public let value: String

    public init(kind: EntityKind, id: Int, field: String, value: String) {
        self.kind = kind
        self.id = id
        self.field = field
        self.value = value
    }
}
