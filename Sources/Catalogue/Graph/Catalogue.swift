/// The whole catalogue: each entity once, by id, with links both ways.
///
/// Every reference leads to an entity. A catalogue with a missing entity cannot be made (``CatalogueError``).
public struct Catalogue: Sendable, Equatable {
    public internal(set) var licences = EntityTable<Licence>()
    public internal(set) var images = EntityTable<Image>()
    public internal(set) var agencyTypes = EntityTable<AgencyType>()
    public internal(set) var agencies = EntityTable<Agency>()
    public internal(set) var families = EntityTable<Family>()
    public internal(set) var configurationTypes = EntityTable<ConfigurationType>()
    public internal(set) var configurations = EntityTable<Configuration>()
    public internal(set) var statuses = EntityTable<Status>()
    public internal(set) var spacecraft = EntityTable<Spacecraft>()

    /// The links against the direction of the records. They are made together with the catalogue.
    private(set) var links = Links()

    /// - Throws: ``CatalogueError`` that names every reference to a missing entity.
    public init(_ contents: CatalogueContents) throws(CatalogueError) {
        var filling = TableFilling(catalogue: self)
        for kind in EntityKind.allCases { kind.visit(with: &filling, contents) }
        self = filling.catalogue
        links = Links(self)
        var check = ReferenceCheck()
        let missing = EntityKind.allCases.flatMap { $0.visit(with: &check, self) }
        guard missing.isEmpty else { throw CatalogueError(missing: missing) }
    }

    /// Whether both hold the same entities. Texts compare as Swift strings do, by Unicode canonical equivalence: é in one scalar and é in
    /// two are the same text. Where bytes count, as in a file, compare bytes.
    public static func == (left: Catalogue, right: Catalogue) -> Bool {
        func isEqual<E: Entity>(_ type: E.Type) -> Bool { left[type] == right[type] }
        return EntityKind.allCases.allSatisfy { isEqual($0.type) }
    }

    package subscript<E: Entity>(_: E.Type) -> EntityTable<E> { E.table.entities(self) }

    /// The catalogue with other forms of some of its entities. They must refer to the same entities as before.
    package func replacing<E: Entity>(_ entities: [E]) -> Catalogue {
        guard !entities.isEmpty else { return self }
        let others = EntityTable(entities)
        var catalogue = self
        catalogue[keyPath: E.table.path] = EntityTable(self[E.self].map { others[id: $0.id] ?? $0 })
        return catalogue
    }

    /// How many entities of a kind there are.
    public func count(of kind: EntityKind) -> Int {
        func count<E: Entity>(_ type: E.Type) -> Int { self[type].count }
        return count(kind.type)
    }

    /// The name of an entity of any kind. It is nil when no entity has this id.
    public func name(of entity: EntityKey) -> String? {
        func name<E: Entity>(_ type: E.Type) -> String? { self[type][id: RecordID(entity.number)]?.name }
        return name(entity.kind.type)
    }

    /// The entities without the links, each table in the order of ids.
    public var contents: CatalogueContents {
        var contents = CatalogueContents()
        func add<E: Entity>(_ type: E.Type) { contents[type] = Array(self[type]) }
        for kind in EntityKind.allCases { add(kind.type) }
        return contents
    }
}

private struct TableFilling: EntityVisitor {
    var catalogue: Catalogue

    mutating func visit<E: Entity>(_ type: E.Type, _ contents: CatalogueContents) {
        catalogue[keyPath: E.table.path] = EntityTable(contents[type])
    }
}

/// Finds every reference from the entities of a kind to an entity that no table holds.
private struct ReferenceCheck: EntityVisitor {
    func visit<E: Entity>(_ type: E.Type, _ catalogue: Catalogue) -> [CatalogueError.MissingReference] {
        func holds<Target: Entity>(_ target: Target.Type) -> (Int) -> Bool {
            let table = catalogue[target]
            return { number in table.contains(id: RecordID(number)) }
        }
        let references = E.schema.references.map { (reference: $0, isThere: holds($0.target.type)) }
        var missing: [CatalogueError.MissingReference] = []
        guard !references.isEmpty else { return missing }
        catalogue[type].forEachRow { row in
            for (reference, isThere) in references {
                reference.forEachID(row) { id in
                    guard !isThere(id) else { return }
                    missing.append(.init(from: EntityKey(row.pointee.id), field: reference.name, to: EntityKey(reference.target, id)))
                }
            }
        }
        return missing
    }
}

/// The place where the catalogue keeps the entities of a kind.
public struct EntityTablePath<E: Entity>: Sendable {
    let path: any WritableKeyPath<Catalogue, EntityTable<E>> & Sendable
    /// The same for reading. To read through a key path copies the whole catalogue.
    let entities: @Sendable (Catalogue) -> EntityTable<E>

    init(
        _ path: any WritableKeyPath<Catalogue, EntityTable<E>> & Sendable, _ entities: @escaping @Sendable (Catalogue) -> EntityTable<E>
    ) {
        self.path = path
        self.entities = entities
    }
}

/// References to entities that are not in the catalogue.
public struct CatalogueError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct MissingReference: Sendable, Equatable {
        public let from: EntityKey
        public let field: String
        public let to: EntityKey
    }

    public let missing: [MissingReference]

    public var description: String {
        missing.map {
            "\($0.from) › \($0.field): there is no \($0.to)"
        }.joined(separator: "\n")
    }
}

/// The entities of a catalogue before they are linked. A reader hands in a list for each kind, by the names of the catalogue's tables.
@dynamicMemberLookup
public struct CatalogueContents: Sendable, Equatable {
    private var lists: [EntityKind: any Sendable] = [:]

    public init() {}

    package subscript<E: Entity>(_: E.Type) -> [E] {
        get { lists[E.kind] as? [E] ?? [] }
        set { lists[E.kind] = newValue }
    }

    public subscript<E: Entity>(dynamicMember _: KeyPath<Catalogue, EntityTable<E>>) -> [E] {
        get { self[E.self] }
        set { self[E.self] = newValue }
    }

    public static func == (left: Self, right: Self) -> Bool {
        func isEqual<E: Entity>(_ type: E.Type) -> Bool { left[type] == right[type] }
        return EntityKind.allCases.allSatisfy { isEqual($0.type) }
    }
}
