/// The entities of one kind as they come in.
struct Gathering<E: Entity>: Sendable {
    private var kept: [Int: E] = [:]
    private var dropped: Set<E> = []

    /// In the order of ids.
    var entities: [E] { kept.sortedKeys.compactMap { kept[$0] } }

    /// Keeps the fuller of two forms, the first of equal ones.
    mutating func add(_ entity: E) {
        guard let known = kept[entity.id] else {
            kept[entity.id] = entity
            return
        }
        guard known != entity else { return }
        if entity.form > known.form {
            kept[entity.id] = entity
            dropped.insert(known)
        } else {
            dropped.insert(entity)
        }
    }

    /// Where a dropped form contradicts the one that was kept in the end, each contradiction once: in the order of ids, then of fields, then
    /// of the dropped values, whatever the order in which the forms came.
    var warnings: [CatalogueWarning] {
        let forms = Dictionary(grouping: dropped, by: \.id)
        return forms.sortedKeys.flatMap { id in kept[id].map { warnings(of: $0, against: forms[id] ?? []) } ?? [] }
    }

    private func warnings(of kept: E, against forms: [E]) -> [CatalogueWarning] {
        E.fields.filter { !$0.isTicking(kept) }.flatMap { field in
            FieldChange.distinct(forms.flatMap { field.differences(from: kept, to: $0) }).map { difference in
                CatalogueWarning(
                    kind: E.kind, id: kept.id,
                    reason: .contradiction(field: difference.field, kept: difference.from, dropped: difference.to))
            }
        }
    }
}

extension FieldChange {
    /// Each once, by field and then by the later value. One for all kinds of entities.
    @inline(never)
    fileprivate static func distinct(_ changes: [FieldChange]) -> [FieldChange] {
        let ordered = changes.sorted { left, right in
            let (first, second) = (left.field + "\n" + (left.to ?? ""), right.field + "\n" + (right.to ?? ""))
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        return ordered.indices.filter { $0 == 0 || ordered[$0] != ordered[$0 - 1] }.map { ordered[$0] }
    }
}
