import Catalogue
import Support

/// The history by entity: the dates of its first appearance and its last change.
struct HistoryIndex: Sendable {
    private let lastDates: [EntityKind: [Int: Timestamp]]
    private let firstDates: [EntityKind: [Int: Timestamp]]
    /// The changes, the oldest first.
    let changes: [DatedChange]
    /// The changes of the latest fetch that changed anything.
    let latest: ArraySlice<DatedChange>

    init(_ changes: [DatedChange]) {
        self.changes = changes
        let latestDate = changes.last?.date
        latest = changes.suffix(changes.reversed().prefix { $0.date == latestDate }.count)
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

    /// Whether the latest fetch is the first one of the history. In that fetch everything appeared.
    var isLatestTheFirst: Bool { latest.startIndex == changes.startIndex }

    func lastChange(of kind: EntityKind, _ id: Int) -> Timestamp? { lastDates[kind]?[id] }
    func firstSeen(_ kind: EntityKind, _ id: Int) -> Timestamp? { firstDates[kind]?[id] }
}

extension Change {
    /// The name before the change, which may be empty. It is nil when the name did not change.
    var formerName: String? {
        guard case .changed(let fields) = event else { return nil }
        return fields.first { $0.field == "name" }?.from.map(SourceText.line)
    }
}
