import Synchronization

/// The policies of a site, each read once. Most pages carry the same one.
final class PolicyPool: Sendable {
    private let policies = Mutex<[[UInt8]: ContentPolicy]>([:])

    func policy(_ text: [UInt8]) -> ContentPolicy {
        policies.withLock { policies in
            if let policy = policies[text] { return policy }
            let policy = ContentPolicy(String(decoding: text, as: UTF8.self))
            policies[text] = policy
            return policy
        }
    }
}
