/// Which entities refer to an entity: each list holds ids in ascending order, those of an image's uses kind by kind.
struct Links: Sendable, EntityVisitor {
    private struct Field: Hashable {
        let kind: EntityKind
        let name: String
    }

    private var referring: [Field: [Int: [Int]]] = [:]
    private(set) var usesByImage: [Int: [ImageUse]] = [:]

    init() {}

    init(_ catalogue: Catalogue) {
        for kind in EntityKind.allCases.reversed() { kind.visit(with: &self, catalogue) }
    }

    /// The ids of the entities of a kind that name this id in one of their fields.
    func ids(of kind: EntityKind, by field: String, to id: Int) -> [Int] {
        referring[Field(kind: kind, name: field)]?[id] ?? []
    }

    mutating func visit<E: Entity>(_ type: E.Type, _ catalogue: Catalogue) {
        let references = E.schema.references
        guard !references.isEmpty else { return }
        var groups: [[Int: [Int]]] = references.map { _ in [:] }
        catalogue[type].forEachRow { row in
            let id = row.pointee.id
            for (position, reference) in references.enumerated() {
                reference.forEachID(row) { target in
                    if reference.target == .image {
                        guard let role = ImageUse.Role(rawValue: reference.name) else { return }
                        usesByImage[target, default: []].append(ImageUse(by: E.kind, id: id, role: role))
                    } else if reference.importance != .many || groups[position][target]?.last != id {
                        // A record that names the same id twice is in its group once.
                        groups[position][target, default: []].append(id)
                    }
                }
            }
        }
        for (reference, group) in zip(references, groups) { referring[Field(kind: E.kind, name: reference.name)] = group }
    }
}

/// One place where a picture is shown.
public struct ImageUse: Sendable, Hashable {
    public enum Role: String, Sendable {
        case image
        case logo
        case socialLogo = "social_logo"
    }

    public let by: EntityKind
    public let id: Int
    public let role: Role

    public init(by kind: EntityKind, id: Int, role: Role) {
        self.by = kind
        self.id = id
        self.role = role
    }
}
