/// What a template reads of its view. A view need not hold anything else.
public struct UsedFields: Sendable, Equatable {
    /// Dotted paths. One that ends in `*` stands for all that is below it.
    private var paths: Set<String>

    /// Nothing.
    public init() {
        paths = []
    }

    init(paths: Set<String>) {
        self.paths = paths
    }

    public static let all = UsedFields(paths: [Self.everything])

    static let everything = "*"

    /// The path of all that is below a field, which a template prints as a whole.
    static func everything(below path: String) -> String { path.isEmpty ? everything : path + "." + everything }

    private var isAll: Bool { paths.contains(Self.everything) }

    public func contains(_ name: FieldName) -> Bool { isAll || paths.contains(name.text) }

    /// What is read of the object in a field, or of those in its list.
    public func below(_ name: FieldName) -> UsedFields {
        if isAll { return self }
        let prefix = name.text + "."
        return UsedFields(paths: Set(paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }))
    }

    public mutating func formUnion(_ other: UsedFields) { paths.formUnion(other.paths) }
}
