/// The graph against the direction of the records. Every list is in the order of ids. The list for an unknown id is empty.
extension Catalogue {
    public func spacecraft(ofConfiguration id: Configuration.ID) -> [Spacecraft] {
        referring(by: "spacecraft_config", to: id)
    }

    public func spacecraft(withStatus id: Status.ID) -> [Spacecraft] {
        referring(by: "status", to: id)
    }

    public func spacecraftCount(withStatus id: Status.ID) -> Int { links.count(of: Spacecraft.self, by: "status", to: id) }

    public func spacecraft(ofType id: ConfigurationType.ID) -> [Spacecraft] {
        spacecraft(of: links.ids(of: Configuration.self, by: "type", to: id))
    }

    /// The craft of the configurations that the agency operates.
    public func spacecraft(ofAgency id: Agency.ID) -> [Spacecraft] {
        spacecraft(of: links.ids(of: Configuration.self, by: "agency", to: id))
    }

    /// The craft of the family's own configurations and of the families below it, each once.
    public func spacecraft(ofFamily id: Family.ID) -> [Spacecraft] {
        spacecraft(of: configurationIDs(ofFamilyTree: id))
    }

    public func configurations(ofAgency id: Agency.ID) -> [Configuration] {
        referring(by: "agency", to: id)
    }

    /// The configurations that name the family directly.
    public func configurations(ofFamily id: Family.ID) -> [Configuration] {
        referring(by: "family", to: id)
    }

    /// The configurations of the family and of the families below it, each once.
    public func configurations(ofFamilyTree id: Family.ID) -> [Configuration] {
        configurationIDs(ofFamilyTree: id).compactMap { configurations[id: $0] }
    }

    public func configurations(ofType id: ConfigurationType.ID) -> [Configuration] {
        referring(by: "type", to: id)
    }

    public func families(manufacturedBy agencyID: Agency.ID) -> [Family] {
        referring(by: "manufacturer", to: agencyID)
    }

    public func children(ofFamily id: Family.ID) -> [Family] {
        referring(by: "parent", to: id)
    }

    /// The family's parents, the nearest first.
    public func ancestors(ofFamily id: Family.ID) -> [Family] {
        var ancestors: [Family] = []
        var seen: Set = [id]
        var next = families[id: id]?.parentID
        while let parentID = next, seen.insert(parentID).inserted, let parent = families[id: parentID] {
            ancestors.append(parent)
            next = parent.parentID
        }
        return ancestors
    }

    public func images(underLicence id: Licence.ID) -> [Image] {
        referring(by: "license", to: id)
    }

    /// Every place that shows the picture.
    public func uses(ofImage id: Image.ID) -> [ImageUse] {
        links.usesByImage[id.number] ?? []
    }

    /// What a craft shows as its picture. A craft without a picture of its own shows that of its configuration.
    public func picture(of craft: Spacecraft) -> Image.ID? {
        (craft.imageID ?? configurations[id: craft.configurationID]?.imageID).flatMap { images[id: $0]?.id }
    }

    /// How many craft show each picture. A picture that none shows is not in it.
    public func craftCountsByPicture() -> [Image.ID: Int] {
        var counts: [Image.ID: Int] = [:]
        spacecraft.forEachRow { craft in
            if let image = picture(of: craft.pointee) { counts[image, default: 0] += 1 }
        }
        return counts
    }

    private func configurationIDs(ofFamilyTree id: Family.ID) -> [Configuration.ID] {
        Set(familyAndDescendants(of: id).flatMap { links.ids(of: Configuration.self, by: "family", to: $0) }).sorted()
    }

    private func familyAndDescendants(of id: Family.ID) -> [Family.ID] {
        var tree = [id]
        var seen: Set = [id]
        var next = 0
        while next < tree.count {
            for child in links.ids(of: Family.self, by: "parent", to: tree[next]) where seen.insert(child).inserted { tree.append(child) }
            next += 1
        }
        return tree
    }

    private func spacecraft(of configurationIDs: [Configuration.ID]) -> [Spacecraft] {
        configurationIDs.flatMap { links.ids(of: Spacecraft.self, by: "spacecraft_config", to: $0) }.sorted().compactMap {
            spacecraft[id: $0]
        }
    }

    /// The entities that name this id in one of their fields.
    package func referring<E: Entity, Target>(by field: String, to id: RecordID<Target>) -> [E] {
        let table = self[E.self]
        return links.ids(of: E.self, by: field, to: id).compactMap { table[id: $0] }
    }
}

/// The entities that refer to an entity. Each list holds ids in ascending order; the uses of an image are grouped by kind.
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
    func ids<E: Entity, Target>(of _: E.Type, by field: String, to id: RecordID<Target>) -> [RecordID<E>] {
        (referring[Field(kind: E.kind, name: field)]?[id.number] ?? []).map { RecordID($0) }
    }

    func count<E: Entity, Target>(of _: E.Type, by field: String, to id: RecordID<Target>) -> Int {
        referring[Field(kind: E.kind, name: field)]?[id.number]?.count ?? 0
    }

    mutating func visit<E: Entity>(_ type: E.Type, _ catalogue: Catalogue) {
        let references = E.schema.references
        guard !references.isEmpty else { return }
        var groups: [[Int: [Int]]] = references.map { _ in [:] }
        catalogue[type].forEachRow { row in
            let id = row.pointee.id.number
            for (position, reference) in references.enumerated() {
                reference.forEachID(row) { target in
                    if reference.target == .image {
                        guard let role = ImageUse.Role(rawValue: reference.name) else { return }
                        usesByImage[target, default: []].append(ImageUse(by: EntityKey(E.kind, id), role: role))
                    } else if reference.importance != .many || groups[position][target]?.last != id {
                        // A record that names the same id twice is added to its group once.
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

    public let by: EntityKey
    public let role: Role

    public init(by entity: EntityKey, role: Role) {
        by = entity
        self.role = role
    }
}
