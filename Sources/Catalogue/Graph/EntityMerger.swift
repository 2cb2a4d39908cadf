/// Merges the records of one kind. It keeps the fullest of the forms that the source gives of each entity.
struct EntityMerger<E: Entity>: AnyEntityMerger {
    private var kept: [Int: E] = [:]
    private var dropped: Set<E> = []
    /// The ids of the kept forms with a value that could not be read.
    private var faulty: Set<Int> = []

    /// Keeps the fuller of two forms, or the first of equal ones. Of equally full forms, one without a fault is kept. A form with a fault is
    /// no contradiction: the fault itself is reported.
    mutating func add(_ entity: E, isFaulty: Bool = false) {
        guard let known = kept[entity.id.number] else {
            keep(entity, isFaulty: isFaulty)
            return
        }
        guard known != entity else { return }
        let isKnownFaulty = !faulty.isEmpty && faulty.contains(entity.id.number)
        if entity.form > known.form || (isKnownFaulty && !isFaulty && entity.form == known.form) {
            keep(entity, isFaulty: isFaulty)
            if !isKnownFaulty { dropped.insert(known) }
        } else if !isFaulty {
            dropped.insert(entity)
        }
    }

    private mutating func keep(_ entity: E, isFaulty: Bool) {
        kept[entity.id.number] = entity
        if isFaulty {
            faulty.insert(entity.id.number)
        } else if !faulty.isEmpty {
            faulty.remove(entity.id.number)
        }
    }

    mutating func add(any entity: some Entity, isFaulty: Bool) {
        if let entity = entity as? E { add(entity, isFaulty: isFaulty) }
    }

    mutating func keepFuller(any entity: some Entity) {
        guard let entity = entity as? E else { return }
        if let known = kept[entity.id.number], known.form >= entity.form { return }
        kept[entity.id.number] = entity
    }

    var ids: Set<Int> { Set(kept.keys) }

    func contains(id: Int) -> Bool { kept[id] != nil }

    func deliver(to contents: inout CatalogueContents) {
        contents[E.self] = kept.sortedKeys.compactMap { kept[$0] }
    }

    var warnings: [CatalogueWarning] {
        // A fault of the kept form is reported by itself.
        let forms = Dictionary(grouping: dropped.filter { !faulty.contains($0.id.number) }, by: \.id.number)
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
    mutating func add(any entity: some Entity, isFaulty: Bool)
    /// Adds an entity of the merger's kind unless a form is known that is as full. The other form is forgotten.
    mutating func keepFuller(any entity: some Entity)
    var ids: Set<Int> { get }
    func contains(id: Int) -> Bool
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
