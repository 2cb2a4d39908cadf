/// A change with the time of the fetch that brought it: one line of the history.
public struct DatedChange: Sendable, Hashable {
    /// Nil where the data came from a saved copy that does not say when it was fetched.
    public let date: Timestamp?
    public let change: Change

    public init(date: Timestamp?, change: Change) {
        self.date = date
        self.change = change
    }
}
