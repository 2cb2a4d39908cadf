import Catalogue

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
