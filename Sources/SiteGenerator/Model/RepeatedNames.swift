import Catalogue

/// Names that several entities of a kind have: the source holds two craft of one name, and licences that differ in nothing but their number.
struct RepeatedNames: Sendable {
    private let names: [EntityKind: Set<String>]

    init(_ catalogue: Catalogue) {
        func repeated<E: Entity>(_ type: E.Type) -> Set<String> { Self.repeated(catalogue[type]) }
        names = Dictionary(uniqueKeysWithValues: EntityKind.allCases.map { ($0, repeated($0.type)) })
    }

    func contains<E: Entity>(_ entity: E) -> Bool {
        names[E.kind]?.contains(Self.shownName(entity)) ?? false
    }

    private static func repeated<E: Entity>(_ entities: some Sequence<E>) -> Set<String> {
        var seen: Set<String> = []
        return Set(entities.map(shownName).filter { !seen.insert($0).inserted })
    }

    /// The name that pages show.
    static func shownName<E: Entity>(_ entity: E) -> String {
        if let licence = entity as? Licence { return LicenceFormatter.name(licence) }
        return entity.name
    }
}
