/// One entity that appeared, changed or went between two catalogues.
public struct Change: Sendable, Hashable {
    public enum Event: Sendable, Hashable {
        case appeared
        case changed([FieldChange])
        case went
    }

    public let kind: EntityKind
    public let id: Int
    /// The name it has now, or had last.
    public let name: String
    public let event: Event

    public init(kind: EntityKind, id: Int, name: String, event: Event) {
        self.kind = kind
        self.id = id
        self.name = name
        self.event = event
    }
}

/// One field's value before and after; nil for null.
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

/// A change with the time of the fetch that brought it: one line of the history.
public struct DatedChange: Sendable, Hashable {
    /// Nil where the data came from a saved copy that does not say when it was fetched.
    public let date: Timestamp?
    public let change: Change

    public init(date: Timestamp?, change: Change) {
        self.date = date
        self.change = change
    }
}

extension Catalogue {
    /// What is different in this catalogue from an earlier one, kind by kind in the order of ids; without an earlier one, everything appeared.
    ///
    /// The result covers the kinds that have pages: craft, configurations, agencies, families. The ticking durations of a craft that is in space in
    /// both catalogues do not count, nor does a field that only one of two forms of the entity gives, such as the flights of a craft, nor a text
    /// that only changed its Unicode normalisation.
    public func changes(since earlier: Catalogue?) -> [Change] {
        Self.changes(from: earlier?.spacecraft, to: spacecraft)
            + Self.changes(from: earlier?.configurations, to: configurations)
            + Self.changes(from: earlier?.agencies, to: agencies)
            + Self.changes(from: earlier?.families, to: families)
    }

    private static func changes<E: Entity>(from earlier: EntityTable<E>?, to table: EntityTable<E>) -> [Change] {
        var changes: [Change] = []
        for entity in table {
            guard let before = earlier?[id: entity.id] else {
                changes.append(Change(kind: E.kind, id: entity.id, name: entity.name, event: .appeared))
                continue
            }
            let fields = fieldChanges(from: before, to: entity)
            if !fields.isEmpty {
                changes.append(Change(kind: E.kind, id: entity.id, name: entity.name, event: .changed(fields)))
            }
        }
        for gone in earlier?.filter({ !table.contains(id: $0.id) }) ?? [] {
            changes.append(Change(kind: E.kind, id: gone.id, name: gone.name, event: .went))
        }
        return Change.inOrderOfIDs(changes)
    }

    private static func fieldChanges<E: Entity>(from before: E, to after: E) -> [FieldChange] {
        guard before != after else { return [] }
        return E.schema.comparisons.flatMap { $0.differences(from: before, to: after) }
    }
}

extension Change {
    /// One for all kinds of entities.
    @inline(never)
    fileprivate static func inOrderOfIDs(_ changes: [Change]) -> [Change] { changes.sorted { $0.id < $1.id } }
}
