import Catalogue
import LaunchLibrary
import Support

/// Who asks a source. Sources count requests by the key, or without one by the address of the machine.
struct SourceAsker: Sendable, Equatable {
    /// The root of the API.
    let source: String
    /// The first digits of the key's hash, which tell whether it is another key and nothing of the key. Nil without a key.
    let key: String?
}

extension SourceAsker {
    init(source: String, apiKey: String?) {
        self.source = ShownAddress.text(of: source)
        guard let apiKey, !apiKey.isEmpty else {
            key = nil
            return
        }
        let hash = SHA2.sha256.digest(of: apiKey.utf8).prefix(4).reduce(0) { $0 << 8 | UInt64($1) }
        let digits = String(hash, radix: 16)
        key = String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension FailureNote {
    /// A day in seconds. A source that asks for a longer pause is asked again all the same, so that nothing stops a site for ever.
    private static let longestPause = 86_400

    /// The moment before which the source wants no request. Nil when there is none, and when it was noted by a clock that was ahead of this one.
    func pauseEnd(now: Timestamp) -> Timestamp? {
        guard let tryAgainAt, failedAt <= now else { return nil }
        let end = min(tryAgainAt, Timestamp(secondsSince1970: failedAt.secondsSince1970 + Self.longestPause))
        return end > now ? end : nil
    }

    /// - Parameters:
    ///   - asker: who is to ask now.
    ///   - now: the present moment.
    /// - Throws: a ``Failure`` with status 75 while the source wants no request from this asker.
    func keepPause(for asker: SourceAsker, now: Timestamp) throws(Failure) {
        guard self.asker == asker, let end = pauseEnd(now: now) else { return }
        let key = asker.key == nil ? "use an API key, " : ""
        var failure = Failure(
            .tryAgainLater, at: asker.source,
            "not asked: as it said \(Age.words(now.secondsSince1970 - failedAt.secondsSince1970)) ago, it allows no request before \(end.rfc3339)",
            remedy: "Try again after that, \(key)or ask all the same with --ask-anyway.")
        failure.tryAgainAt = end
        throw failure
    }
}
