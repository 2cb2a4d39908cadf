import Catalogue

/// The records of one kind that could not be used.
public struct UnusableRecords: Sendable, Hashable {
    /// Nil for records whose kind nothing shows.
    public let kind: EntityKind?
    public let count: Int
    /// The number of the source's records of this kind, with those that cannot be used.
    public let total: Int
    /// The records whose entity keeps its last form.
    public let setAside: [SetAsideRecord]
}

extension RecordReader {
    /// The records that could not be used, kind by kind, and the entities of the earlier snapshot that take their place.
    var unusableByKind: [UnusableRecords] {
        guard !unusable.isEmpty else { return [] }
        let kinds: [EntityKind?] = EntityKind.recordKinds + [nil]
        return kinds.compactMap { kind in
            let records = unusable.filter { $0.kind == kind }
            guard !records.isEmpty else { return nil }
            let read = kind.map { kind in seen.count { $0.key.kind == kind } } ?? 0
            return UnusableRecords(
                kind: kind, count: records.count, total: read + records.count,
                setAside: kind.map { replacements(for: records, $0) } ?? [])
        }
    }

    private func replacements(for records: [UnusableRecord], _ kind: EntityKind) -> [SetAsideRecord] {
        guard let earlier else { return [] }
        var absent = AbsentEntities(in: earlier.catalogue, without: Set(seen.keys.filter { $0.kind == kind }.map(\.number)))
        kind.visit(with: &absent, ())
        var ids: Set<Int> = []
        var hasNameless = false
        for record in records {
            if let id = record.id {
                if absent.names[id] != nil { ids.insert(id) }
            } else if let name = record.name, !name.isEmpty {
                ids.formUnion(absent.names.filter { $0.value == name }.keys)
            } else {
                hasNameless = true
            }
        }
        // Any of the entities that did not come may be the one whose record gives neither id nor name.
        if hasNameless { ids.formUnion(absent.names.keys) }
        let dates = Dictionary(
            earlier.setAside.filter { $0.entity.kind == kind }.map { ($0.entity.number, $0.asOf) }, uniquingKeysWith: { first, _ in first })
        return ids.sorted().map { SetAsideRecord(EntityKey(kind, $0), asOf: dates[$0] ?? earlier.dataDate.timestamp) }
    }

    /// The values that the source gives and that count as not recorded, each once, in the order of kinds, ids and fields.
    func unusableValues(without setAside: [SetAsideRecord]) -> [UnusableValue] {
        let earlierForms = Set(setAside.map(\.entity))
        var values: Set<UnusableValue> = []
        for fault in faults where !fault.isEssential && !fault.isCompleted {
            guard case .unusable(_, let found) = fault.finding, let owner = fault.owner, let id = owner.id,
                !earlierForms.contains(EntityKey(owner.kind, id))
            else { continue }
            values.insert(UnusableValue(of: EntityKey(owner.kind, id), field: owner.field, value: found))
        }
        return values.sorted {
            ($0.entity.kind.rawValue, $0.entity.number, $0.field, $0.value) < (
                $1.entity.kind.rawValue, $1.entity.number, $1.field, $1.value
            )
        }
    }
}

/// The names of the earlier entities of a kind that no record gives now.
private struct AbsentEntities: EntityVisitor {
    private let earlier: Catalogue
    private let read: Set<Int>
    private(set) var names: [Int: String] = [:]

    init(in earlier: Catalogue, without read: Set<Int>) {
        self.earlier = earlier
        self.read = read
    }

    mutating func visit<E: Entity>(_ type: E.Type, _: Void) {
        for entity in earlier[type] where !read.contains(entity.id.number) { names[entity.id.number] = entity.name }
    }
}
