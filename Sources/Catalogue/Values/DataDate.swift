/// The date of a catalogue, if its source gives one. It never comes from the reading machine's clock or from a file's date. So the same
/// input gives the same result everywhere.
public enum DataDate: Sendable, Hashable {
    /// The time of a fetch.
    case fetched(Timestamp)
    /// A copy without a date. It is not older than the newest picture it mentions.
    case notBefore(Timestamp)
    case unknown

    /// The time for sorting and dating. It is nil when nothing is known.
    public var timestamp: Timestamp? {
        switch self {
        case .fetched(let time), .notBefore(let time): time
        case .unknown: nil
        }
    }
}
