import Catalogue

/// The history by entity: when each was last heard of and first seen, and under which name.
struct HistoryIndex: Sendable {
    private let lastDates: [EntityKind: [Int: Timestamp]]
    private let firstDates: [EntityKind: [Int: Timestamp]]
    private let firstNames: [EntityKind: [Int: String]]
    /// The oldest first.
    let changes: [DatedChange]
    /// The changes of the latest fetch that changed anything.
    let latest: ArraySlice<DatedChange>

    init(_ changes: [DatedChange]) {
        self.changes = changes
        let latestDate = changes.last?.date
        latest = changes.suffix(changes.reversed().prefix { $0.date == latestDate }.count)
        var last: [EntityKind: [Int: Timestamp]] = [:]
        var first: [EntityKind: [Int: Timestamp]] = [:]
        var names: [EntityKind: [Int: String]] = [:]
        for entry in changes {
            let former = entry.change.formerName ?? entry.change.name
            if names[entry.change.kind]?[entry.change.id] == nil { names[entry.change.kind, default: [:]][entry.change.id] = former }
            guard let date = entry.date else { continue }
            let (kind, id) = (entry.change.kind, entry.change.id)
            last[kind, default: [:]][id] = max(date, last[kind]?[id] ?? date)
            first[kind, default: [:]][id] = min(date, first[kind]?[id] ?? date)
        }
        lastDates = last
        firstDates = first
        firstNames = names
    }

    /// Whether the latest fetch is the one that the history begins with, in which everything appeared.
    var isLatestTheFirst: Bool { latest.startIndex == changes.startIndex }

    func lastChange(of kind: EntityKind, _ id: Int) -> Timestamp? { lastDates[kind]?[id] }
    func firstSeen(_ kind: EntityKind, _ id: Int) -> Timestamp? { firstDates[kind]?[id] }

    /// The name under which the history first speaks of it.
    func firstName(_ kind: EntityKind, _ id: Int) -> String? { firstNames[kind]?[id] }
}

extension Change {
    /// The name before the change; nil where it did not change.
    var formerName: String? {
        guard case .changed(let fields) = event else { return nil }
        return fields.first { $0.field == "name" }?.from
    }
}
