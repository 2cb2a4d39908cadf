import Catalogue

/// How fresh a catalogue is, as far as the input says. It never comes from the clock of the machine that reads a copy, nor from a file's date, so
/// that the same input says the same everywhere.
public enum DataDate: Sendable, Hashable {
    case fetched(Timestamp)
    /// A copy without a date: not older than the newest picture it mentions.
    case notBefore(Timestamp)
    case unknown

    public var timestamp: Timestamp? {
        switch self {
        case .fetched(let time), .notBefore(let time): time
        case .unknown: nil
        }
    }
}

extension DataDate {
    /// The date of several copies together: the oldest where each says when it was fetched, so that no more is claimed than is true of all;
    /// otherwise only that they are not older than the newest time any of them mentions.
    init(copiesFetched fetched: [Timestamp?], newestUpload: Timestamp?) {
        let known = fetched.compactMap(\.self)
        if known.count == fetched.count, let oldest = known.min() {
            self = .fetched(oldest)
        } else if let newest = (known + [newestUpload].compactMap(\.self)).max() {
            self = .notBefore(newest)
        } else {
            self = .unknown
        }
    }
}
