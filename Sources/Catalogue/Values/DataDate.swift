/// How fresh a catalogue is, as far as its source says. It never comes from the clock of the machine that reads a copy, nor from a file's date, so
/// that the same input says the same everywhere.
public enum DataDate: Sendable, Hashable {
    /// The time of a fetch.
    case fetched(Timestamp)
    /// A copy without a date: not older than the newest picture it mentions.
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
