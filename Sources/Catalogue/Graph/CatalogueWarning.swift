/// A fault in the source that the catalogue had to resolve.
public struct CatalogueWarning: Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// Two records disagree about the same entity. The catalogue kept the value of the fuller form, or of the first of equal forms.
        case contradiction(field: String, kept: String?, dropped: String?)
        /// A family is its own ancestor. The catalogue dropped its parent.
        case parentCycle([Family.ID])
    }

    public let entity: EntityKey
    public let reason: Reason

    public init(_ entity: EntityKey, _ reason: Reason) {
        self.entity = entity
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .contradiction(let field, let kept, let dropped):
            "\(entity) › \(field): the source says both \(quoted(kept)) and \(quoted(dropped)); kept \(quoted(kept))"
        case .parentCycle(let ids):
            "\(entity) › parent: the families \(ids.map(\.description).joined(separator: " → ")) are parents of each other; dropped this parent"
        }
    }

    private func quoted(_ value: String?) -> String {
        value.map { "\"\($0)\"" } ?? "null"
    }
}
