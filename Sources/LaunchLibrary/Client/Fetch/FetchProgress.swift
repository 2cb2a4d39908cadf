/// What a fetch is doing, for one who watches.
public enum FetchProgress: Sendable, Hashable {
    /// A page has arrived. The number of pages is known after the first.
    case page(Int, of: Int)
    case waiting(Duration, reason: String)
    /// The list changed while it was read, and is read again.
    case restarting(attempt: Int, of: Int, because: String)
}
