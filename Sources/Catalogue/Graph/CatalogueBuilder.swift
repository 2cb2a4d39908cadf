/// Collects entities as records mention them, again and again and in several forms, and makes one catalogue of them.
public struct CatalogueBuilder: Sendable {
    private var mergers: [EntityKind: any AnyEntityMerger] = [:]

    public init() {}

    public mutating func add<E: Entity>(_ entity: E) {
        mergers[E.kind, default: EntityMerger<E>()].add(any: entity)
    }

    /// The catalogue of all that was added, and what had to be decided on the way, in a fixed order. Of the forms of an entity the fullest is
    /// kept, of equally full ones the first.
    ///
    /// - Throws: ``CatalogueError`` when an entity that was referred to was never added.
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
