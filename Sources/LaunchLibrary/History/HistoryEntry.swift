import Catalogue

/// A change of the catalogue with the time at which it was seen: one line of `data/history.jsonl`.
public struct HistoryEntry: Sendable, Hashable {
    /// When the catalogue that shows the change was fetched; nil where a saved copy did not say.
    public let date: Timestamp?
    public let change: Change

    public init(date: Timestamp?, change: Change) {
        self.date = date
        self.change = change
    }
}
