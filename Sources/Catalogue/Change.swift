/// One entity that appeared, changed or disappeared between two catalogues.
public struct Change: Sendable, Hashable {
    public enum Event: Sendable, Hashable {
        case appeared
        case changed([FieldChange])
        case removed
    }

    public let entity: EntityKey
    /// The current name, or the last name of an entity that disappeared.
    public let name: String
    public let event: Event

    public init(_ entity: EntityKey, name: String, event: Event) {
        self.entity = entity
        self.name = name
        self.event = event
    }
}

/// The value of one field before and after. Nil means null.
public struct FieldChange: Sendable, Hashable, Codable {
    public let field: String
    public let from: String?
    public let to: String?

    public init(field: String, from: String?, to: String?) {
        self.field = field
        self.from = from
        self.to = to
    }
}

/// A change with the time of the fetch that found it: one line of the history.
public struct DatedChange: Sendable, Hashable {
    /// Nil when the data came from a saved copy without a fetch time.
    public let date: Timestamp?
    public let change: Change

    public init(date: Timestamp?, change: Change) {
        self.date = date
        self.change = change
    }
}

extension Catalogue {
    /// The differences between an earlier catalogue and this one, kind by kind in the order of ids. Without an earlier catalogue, every
    /// entity appeared.
    ///
    /// The result covers ``EntityKind/kindsWithHistory``. The ticking durations of a craft that is in space in both catalogues do not count, nor
    /// does a field that only one of two forms of the entity gives, such as the flights of a craft, nor a text that only changed its Unicode
    /// normalisation.
    public func changes(since earlier: Catalogue?) -> [Change] {
        var comparison = CatalogueComparison(earlier: earlier)
        return EntityKind.kindsWithHistory.flatMap { $0.visit(with: &comparison, self) }
    }
}

private struct CatalogueComparison: EntityVisitor {
    let earlier: Catalogue?

    func visit<E: Entity>(_ type: E.Type, _ catalogue: Catalogue) -> [Change] {
        Self.changes(from: earlier?[type], to: catalogue[type])
    }

    private static func changes<E: Entity>(from earlier: EntityTable<E>?, to table: EntityTable<E>) -> [Change] {
        var changes: [Change] = []
        for entity in table {
            guard let before = earlier?[id: entity.id] else {
                changes.append(Change(EntityKey(entity.id), name: entity.name, event: .appeared))
                continue
            }
            let fields = fieldChanges(from: before, to: entity)
            if !fields.isEmpty {
                changes.append(Change(EntityKey(entity.id), name: entity.name, event: .changed(fields)))
            }
        }
        for gone in earlier?.filter({ !table.contains(id: $0.id) }) ?? [] {
            changes.append(Change(EntityKey(gone.id), name: gone.name, event: .removed))
        }
        return Change.inOrderOfIDs(changes)
    }

    private static func fieldChanges<E: Entity>(from before: E, to after: E) -> [FieldChange] {
        guard before != after else { return [] }
        return E.schema.comparisons.flatMap { $0.differences(from: before, to: after) }
    }
}

extension Change {
    /// The function is not generic: all kinds of entities share it.
    @inline(never)
    fileprivate static func inOrderOfIDs(_ changes: [Change]) -> [Change] { changes.sorted { $0.entity.number < $1.entity.number } }
}
