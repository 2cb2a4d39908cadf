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

    /// The warning without its values, which many entities share.
    fileprivate var summary: String {
        switch reason {
        case .contradiction(let field, _, _): "\(entity.kind.rawValue) › \(field): the source contradicts itself"
        case .parentCycle: "\(entity.kind.rawValue) › parent: families are parents of each other"
        }
    }

    private func quoted(_ value: String?) -> String {
        value.map { "\"\($0)\"" } ?? "null"
    }
}

extension [CatalogueWarning] {
    /// The messages for the operator. Many contradictions about one field are one message.
    public var folded: [String] {
        let groups = Dictionary(grouping: self, by: \.summary)
        var isTold: Set<String> = []
        return compactMap { (warning: CatalogueWarning) -> String? in
            let group = groups[warning.summary] ?? []
            guard group.count > Self.mostTold else { return warning.description }
            guard isTold.insert(warning.summary).inserted else { return nil }
            let ids = Set(group.map(\.entity.number)).sorted()
            let names = ids.prefix(3).map(String.init).joined(separator: ", ") + (ids.count > 3 ? " …" : "")
            return "\(warning.summary) in \(ids.count) \(ids.count == 1 ? "record" : "records") (\(names))"
        }
    }

    /// The most contradictions about one field that are told one by one.
    private static var mostTold: Int { 3 }
}
