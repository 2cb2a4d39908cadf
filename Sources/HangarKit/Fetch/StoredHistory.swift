import Catalogue
import LaunchLibrary

/// The history of a site before a fetch.
struct StoredHistory {
    /// Nil when there is no file.
    let bytes: [UInt8]?
    private let recorded: [DatedChange]

    init(bytes: [UInt8]?, recorded: [DatedChange]) {
        self.bytes = bytes
        self.recorded = recorded
    }

    /// The date of the last entry that has one.
    var lastDate: Timestamp? { recorded.last { $0.date != nil }?.date }

    /// The entries for new changes. None is dated before the last recorded one, because a clock that is wrong must not turn the order.
    ///
    /// Changes that are already the last recorded change of their entity are left out. An entity cannot change twice in the same way without
    /// another change in between. So an earlier run recorded such a change and was killed before it wrote its snapshot.
    func entries(for changes: [Change], date: Timestamp?) -> HistoryLog {
        let last = Dictionary(recorded.map { ($0.change.entity, $0.change) }, uniquingKeysWith: { _, later in later })
        let date = date.map { max($0, lastDate ?? $0) }
        return HistoryLog(changes.filter { last[$0.entity] != $0 }.map { DatedChange(date: date, change: $0) })
    }
}
