import Catalogue
import Support

/// The history by entity: the dates of its first appearance and its last change.
struct HistoryIndex: Sendable {
    private let lastDates: [EntityKey: Timestamp]
    private let firstDates: [EntityKey: Timestamp]
    /// The changes, the oldest first.
    let changes: [DatedChange]
    /// The changes of the latest fetch that changed anything.
    let latest: ArraySlice<DatedChange>

    init(_ changes: [DatedChange]) {
        self.changes = changes
        let latestDate = changes.last?.date
        latest = changes.suffix(changes.reversed().prefix { $0.date == latestDate }.count)
        var last: [EntityKey: Timestamp] = [:]
        var first: [EntityKey: Timestamp] = [:]
        for entry in changes {
            let entity = entry.change.entity
            guard let date = entry.date else { continue }
            last[entity] = max(date, last[entity] ?? date)
            first[entity] = min(date, first[entity] ?? date)
        }
        lastDates = last
        firstDates = first
    }

    /// Whether the latest fetch is the first one of the history. In that fetch everything appeared.
    var isLatestTheFirst: Bool { latest.startIndex == changes.startIndex }

    func lastChange<E: Entity>(of id: RecordID<E>) -> Timestamp? { lastDates[EntityKey(id)] }
    func firstSeen<E: Entity>(_ id: RecordID<E>) -> Timestamp? { firstDates[EntityKey(id)] }
}

extension Change {
    /// The name before the change, which may be empty. It is nil when the name did not change.
    var formerName: String? {
        guard case .changed(let fields) = event else { return nil }
        return fields.first { $0.field == "name" }?.from.map(SourceText.line)
    }
}
