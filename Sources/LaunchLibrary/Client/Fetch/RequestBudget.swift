import Catalogue
import Support

/// What the API still allows, as `/api-throttle/` says; asking is free. Its answer also holds the caller's address or key, which is not read.
struct RequestBudget: Equatable {
    let limit: Int
    let used: Int
    /// The length of the time to which the limit applies, in seconds.
    let period: Int
    /// How long until a request is allowed again, when none is.
    let nextUse: Int

    init?(_ body: [UInt8]) {
        guard let root = JSONDocument(ifReadable: body)?.root, let limit = root["your_request_limit"]?.int,
            let used = root["current_use"]?.int,
            let period = root["limit_frequency_secs"]?.int
        else { return nil }
        self.limit = limit
        self.used = used
        self.period = period
        nextUse = root["next_use_secs"]?.int ?? 0
    }

    var remaining: Int { max(0, limit - used) }
}
