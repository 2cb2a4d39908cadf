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
            let value = field.text(kept)
            let others = forms.map { (text: field.text($0), form: $0.form) }.filter { other in
                // A fuller form gives fields that the other has not: nil contradicts nothing there.
                other.text != value && (other.form == kept.form || (other.text != nil && value != nil))
            }
            let texts = others.map(\.text).sorted { ($0 ?? "").utf8.lexicographicallyPrecedes(($1 ?? "").utf8) }
            return texts.indices.filter { $0 == 0 || texts[$0] != texts[$0 - 1] }.map { index in
                CatalogueWarning(kind: E.kind, id: kept.id, reason: .contradiction(field: field.name, kept: value, dropped: texts[index]))
            }
        }
    }
}
