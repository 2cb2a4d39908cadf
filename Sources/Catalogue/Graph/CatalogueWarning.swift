/// A fault in the source that the catalogue had to resolve.
public struct CatalogueWarning: Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// Two records disagree about the same entity. The catalogue kept the value of the fuller form, or of the first of equal forms.
        case contradiction(field: String, kept: String?, dropped: String?)
        /// A family is its own ancestor. The catalogue dropped its parent.
        case parentCycle(familyIDs: [Int])
    }

    public let kind: EntityKind
    public let id: Int
    public let reason: Reason

    public init(kind: EntityKind, id: Int, reason: Reason) {
        self.kind = kind
        self.id = id
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .contradiction(let field, let kept, let dropped):
            "\(kind.rawValue) \(id) › \(field): the source says both \(quoted(kept)) and \(quoted(dropped)); kept \(quoted(kept))"
        case .parentCycle(let ids):
            "\(kind.rawValue) \(id) › parent: the families \(ids.map(String.init).joined(separator: " → ")) are parents of each other; dropped this parent"
        }
    }

    private func quoted(_ value: String?) -> String {
        value.map { "\"\($0)\"" } ?? "null"
    }
}
