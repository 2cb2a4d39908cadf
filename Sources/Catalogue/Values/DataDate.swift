/// When the data was taken from the source.
public enum DataDate: Sendable, Hashable {
    /// The time of a fetch.
    case fetched(Timestamp)
    /// A saved copy that does not say when it was made, but holds something as young as this.
    case notBefore(Timestamp)
    case unknown

    /// The time to sort and date by; nil where nothing is known.
    public var timestamp: Timestamp? {
        switch self {
        case .fetched(let time), .notBefore(let time): time
        case .unknown: nil
        }
    }
}
