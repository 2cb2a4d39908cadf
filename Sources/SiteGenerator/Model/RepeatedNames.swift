import Catalogue

/// The names that several entities of a kind share. The source has two craft with the same name, and licences that differ only in their
/// number.
struct RepeatedNames: Sendable {
    private let names: [EntityKind: Set<String>]

    init(_ catalogue: Catalogue) {
        func repeated<E: Entity>(_ type: E.Type) -> Set<String> { Self.repeated(catalogue[type]) }
        names = Dictionary(uniqueKeysWithValues: EntityKind.allCases.map { ($0, repeated($0.type)) })
    }

    func contains<E: Entity>(_ entity: E) -> Bool {
        names[E.kind]?.contains(Self.written(entity)) ?? false
    }

    private static func repeated<E: Entity>(_ entities: some Sequence<E>) -> Set<String> {
        var seen: Set<String> = []
        return Set(entities.map(written).filter { !seen.insert($0).inserted })
    }

    /// All licences that are not stated have the same name on pages.
    private static func written<E: Entity>(_ entity: E) -> String {
        if let licence = entity as? Licence, !licence.isStated { return "" }
        return entity.name
    }
}
