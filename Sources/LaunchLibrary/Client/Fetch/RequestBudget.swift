import Catalogue
import Support

/// The requests that the API still allows, from `/api-throttle/`. A request to this address does not count. Its answer also holds the
/// caller's address or key. Hangar does not read them.
struct RequestBudget: Equatable {
    let limit: Int
    let used: Int
    /// The length in seconds of the period to which the limit applies.
    let period: Int
    /// The seconds until the next allowed request when none is left.
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
