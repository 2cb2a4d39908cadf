/// The entities of one kind as they come in.
struct Gathering<E: Entity>: Sendable {
    private var kept: [Int: E] = [:]
    private var dropped: Set<E> = []

    /// In the order of ids.
    var entities: [E] { kept.values.sorted { $0.id < $1.id } }

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
        Dictionary(grouping: dropped, by: \.id).sorted { $0.key < $1.key }.flatMap { id, forms in
            kept[id].map { warnings(of: $0, against: forms) } ?? []
        }
    }

    private func warnings(of kept: E, against forms: [E]) -> [CatalogueWarning] {
        E.fields.filter { !$0.isTicking(kept) }.flatMap { field in
            let differences = forms.flatMap { field.differences(from: kept, to: $0) }.sorted { left, right in
                let (first, second) = (left.field + "\n" + (left.to ?? ""), right.field + "\n" + (right.to ?? ""))
                return first.utf8.lexicographicallyPrecedes(second.utf8)
            }
            return differences.indices.filter { $0 == 0 || differences[$0] != differences[$0 - 1] }.map { index in
                let difference = differences[index]
                return CatalogueWarning(
                    kind: E.kind, id: kept.id,
                    reason: .contradiction(field: difference.field, kept: difference.from, dropped: difference.to))
            }
        }
    }
}
