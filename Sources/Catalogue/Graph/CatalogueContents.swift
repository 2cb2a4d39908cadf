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
