/// Merges the records of one kind. It keeps the fullest of the forms that the source gives of each entity.
struct EntityMerger<E: Entity>: AnyEntityMerger {
    private var kept: [Int: E] = [:]
    private var dropped: Set<E> = []

    /// Keeps the fuller of two forms, or the first of equal ones.
    mutating func add(_ entity: E) {
        guard let known = kept[entity.id.number] else {
            kept[entity.id.number] = entity
            return
        }
        guard known != entity else { return }
        if entity.form > known.form {
            kept[entity.id.number] = entity
            dropped.insert(known)
        } else {
            dropped.insert(entity)
        }
    }

    mutating func add(any entity: some Entity) {
        if let entity = entity as? E { add(entity) }
    }

    func deliver(to contents: inout CatalogueContents) {
        contents[E.self] = kept.sortedKeys.compactMap { kept[$0] }
    }

    var warnings: [CatalogueWarning] {
        let forms = Dictionary(grouping: dropped, by: \.id.number)
        return forms.sortedKeys.flatMap { id in kept[id].map { warnings(of: $0, against: forms[id] ?? []) } ?? [] }
    }

    private func warnings(of kept: E, against forms: [E]) -> [CatalogueWarning] {
        E.schema.comparisons.filter { !$0.isTicking(kept) }.flatMap { field in
            FieldChange.distinct(forms.flatMap { field.differences(from: kept, to: $0) }).map { difference in
                CatalogueWarning(
                    EntityKey(kept.id), .contradiction(field: difference.field, kept: difference.from, dropped: difference.to))
            }
        }
    }
}

/// A merger of any kind of entity.
protocol AnyEntityMerger: Sendable {
    /// Adds an entity of the merger's kind.
    mutating func add(any entity: some Entity)
    /// Puts the merged entities into the contents, in the order of ids.
    func deliver(to contents: inout CatalogueContents)
    /// The contradictions between a dropped form and the form that was finally kept. Each contradiction occurs once. They are in the order
    /// of ids, then of fields, then of the dropped values. The order in which the forms came does not matter.
    var warnings: [CatalogueWarning] { get }
}

extension FieldChange {
    /// Each contradiction once, by field and then by the later value. The function is not generic: all kinds of entities share it.
    @inline(never)
    fileprivate static func distinct(_ changes: [FieldChange]) -> [FieldChange] {
        let ordered = changes.sorted { left, right in
            let (first, second) = (left.field + "\n" + (left.to ?? ""), right.field + "\n" + (right.to ?? ""))
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        return ordered.indices.filter { $0 == 0 || ordered[$0] != ordered[$0 - 1] }.map { ordered[$0] }
    }
}
