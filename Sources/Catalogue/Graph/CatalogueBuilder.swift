/// Collects entities from records and makes one catalogue of them. Records mention an entity repeatedly and in several forms.
public struct CatalogueBuilder: Sendable {
    private var mergers: [EntityKind: any AnyEntityMerger] = [:]

    public init() {}

    /// - Parameter isFaulty: whether a value of the record could not be read. Of equally full forms, one without a fault is kept.
    public mutating func add<E: Entity>(_ entity: E, isFaulty: Bool = false) {
        mergers[E.kind, default: EntityMerger<E>()].add(any: entity, isFaulty: isFaulty)
    }

    /// The ids of the added entities of a kind.
    public func ids(of kind: EntityKind) -> Set<Int> { mergers[kind]?.ids ?? [] }

    public func contains(_ entity: EntityKey) -> Bool { mergers[entity.kind]?.contains(id: entity.number) ?? false }

    /// Adds an entity unless a form is known that is as full. The other form is forgotten.
    mutating func keepFuller<E: Entity>(_ entity: E) {
        mergers[E.kind, default: EntityMerger<E>()].keepFuller(any: entity)
    }

    /// The catalogue of all added entities, and the decisions made on the way, in a fixed order. The builder keeps the fullest form of each
    /// entity. It keeps the first of equally full forms.
    ///
    /// - Throws: ``CatalogueError`` when a record refers to an entity that was never added.
    public func finish() throws(CatalogueError) -> (catalogue: Catalogue, warnings: [CatalogueWarning]) {
        var contents = CatalogueContents()
        var warnings: [CatalogueWarning] = []
        for merger in EntityKind.allCases.compactMap({ mergers[$0] }) {
            merger.deliver(to: &contents)
            warnings += merger.warnings
        }
        let (families, cycles) = FamilyCycles.cut(contents.families)
        contents.families = families
        return (try Catalogue(contents), warnings + cycles)
    }
}
