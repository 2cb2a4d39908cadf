import Catalogue

/// The history by entity: when each was last heard of and first seen, and what the last fetch changed.
struct HistoryIndex: Sendable {
    private let lastDates: [EntityKind: [Int: Timestamp]]
    private let firstDates: [EntityKind: [Int: Timestamp]]
    /// The oldest first.
    let changes: [DatedChange]

    init(_ changes: [DatedChange]) {
        self.changes = changes
        var last: [EntityKind: [Int: Timestamp]] = [:]
        var first: [EntityKind: [Int: Timestamp]] = [:]
        for entry in changes {
            guard let date = entry.date else { continue }
            let (kind, id) = (entry.change.kind, entry.change.id)
            last[kind, default: [:]][id] = max(date, last[kind]?[id] ?? date)
            first[kind, default: [:]][id] = min(date, first[kind]?[id] ?? date)
        }
        lastDates = last
        firstDates = first
    }

    func lastChange(of kind: EntityKind, _ id: Int) -> Timestamp? { lastDates[kind]?[id] }
    func firstSeen(_ kind: EntityKind, _ id: Int) -> Timestamp? { firstDates[kind]?[id] }
}
