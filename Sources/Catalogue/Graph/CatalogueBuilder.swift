/// Collects entities from records and makes one catalogue of them. Records mention an entity repeatedly and in several forms.
public struct CatalogueBuilder: Sendable {
    private var mergers: [EntityKind: any AnyEntityMerger] = [:]

    public init() {}

    /// - Parameter isFaulty: whether a value of the record could not be read. Of equally full forms, one without a fault is kept.
    public mutating func add<E: Entity>(_ entity: E, isFaulty: Bool = false) {
        mergers[E.kind, default: EntityMerger<E>()].add(any: entity, isFaulty: isFaulty)
    }

    /// The ids of the added entities of a kind.
    public func ids(of kind: EntityKind) -> Set<Int> { mergers[kind]?.ids ?? [] }

    public func contains(_ entity: EntityKey) -> Bool { mergers[entity.kind]?.contains(id: entity.number) ?? false }

    /// Adds an entity unless a form is known that is as full. The other form is forgotten.
    fileprivate mutating func keepFuller<E: Entity>(_ entity: E) {
        mergers[E.kind, default: EntityMerger<E>()].keepFuller(any: entity)
    }

    /// The catalogue of all added entities, and the decisions made on the way, in a fixed order. The builder keeps the fullest form of each
    /// entity. It keeps the first of equally full forms.
    ///
    /// - Throws: ``CatalogueError`` when a record refers to an entity that was never added.
    public func finish() throws(CatalogueError) -> (catalogue: Catalogue, warnings: [CatalogueWarning]) {
        var contents = CatalogueContents()
        var warnings: [CatalogueWarning] = []
        for merger in EntityKind.allCases.compactMap({ mergers[$0] }) {
            merger.deliver(to: &contents)
            warnings += merger.warnings
        }
        let (families, cycles) = FamilyCycles.cut(contents.families)
        contents.families = families
        return (try Catalogue(contents), warnings + cycles)
    }
}

/// Merges the records of one kind. It keeps the fullest of the forms that the source gives of each entity.
private struct EntityMerger<E: Entity>: AnyEntityMerger {
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
private protocol AnyEntityMerger: Sendable {
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

extension CatalogueBuilder {
    /// Adds entities of an earlier catalogue, and all entities to which they refer and which are not there. The fuller form of an entity is
    /// kept, and no form counts as a contradiction.
    ///
    /// - Parameters:
    ///   - forms: the entities whose earlier form is kept where it is the fuller one.
    ///   - targets: the entities that are only added where they are not there.
    public mutating func restore(_ forms: [EntityKey], targets: [EntityKey] = [], from earlier: Catalogue) {
        guard !forms.isEmpty || !targets.isEmpty else { return }
        var restorer = EntityRestorer(builder: self, earlier: earlier, pending: targets)
        self = CatalogueBuilder()
        for form in forms { form.kind.visit(with: &restorer, form.number) }
        while let target = restorer.pending.popLast() {
            if !restorer.builder.contains(target) { target.kind.visit(with: &restorer, target.number) }
        }
        self = restorer.builder
    }
}

private struct EntityRestorer: EntityVisitor {
    var builder: CatalogueBuilder
    let earlier: Catalogue
    var pending: [EntityKey]

    mutating func visit<E: Entity>(_ type: E.Type, _ id: Int) {
        guard let entity = earlier[type][id: RecordID(id)] else { return }
        builder.keepFuller(entity)
        withUnsafePointer(to: entity) { row in
            for reference in E.schema.references {
                reference.forEachID(row) { pending.append(EntityKey(reference.target, $0)) }
            }
        }
    }
}

private enum FamilyCycles {
    /// Drops one parent in each cycle, that of the family with the smallest id. So the cut does not depend on the order of the records.
    /// Each family is visited once, because a file may hold a chain of many thousands.
    static func cut(_ families: [Family]) -> (families: [Family], warnings: [CatalogueWarning]) {
        let parents = Dictionary(families.compactMap { family in family.parentID.map { (family.id, $0) } }) { first, _ in first }
        var walkThatFound: [Family.ID: Family.ID] = [:]
        var cycles: [Family.ID: [Family.ID]] = [:]
        for start in parents.keys {
            var id = start
            while walkThatFound[id] == nil, let parent = parents[id] {
                walkThatFound[id] = start
                id = parent
            }
            // A walk that ends on one of its own families has gone round a cycle. A walk that ends on an earlier walk's family finds
            // nothing new.
            guard walkThatFound[id] == start else { continue }
            let cycle = Self.cycle(from: id, parents)
            let smallest = cycle.min() ?? id
            cycles[smallest] = Self.cycle(from: smallest, parents)
        }
        let cut = families.map { family in
            var family = family
            if cycles[family.id] != nil { family.profile?.parentID = nil }
            return family
        }
        let warnings = cycles.keys.sorted().map { id in
            CatalogueWarning(EntityKey(id), .parentCycle((cycles[id] ?? []) + [id]))
        }
        return (cut, warnings)
    }

    private static func cycle(from start: Family.ID, _ parents: [Family.ID: Family.ID]) -> [Family.ID] {
        var cycle = [start]
        var next = parents[start]
        while let id = next, id != start {
            cycle.append(id)
            next = parents[id]
        }
        return cycle
    }
}
