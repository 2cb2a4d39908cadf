import Catalogue

/// The time in which a source, as it said, wants no request from one asker. It lasts whatever is fetched from elsewhere meanwhile.
struct SourcePause: Sendable, Equatable {
    let asker: SourceAsker
    /// The moment of the request that the source refused.
    let askedAt: Timestamp
    /// The moment from which it allows a request, a day after the refusal at most.
    let end: Timestamp

    /// - Parameters:
    ///   - asker: who is to wait.
    ///   - askedAt: the moment of the request that was refused.
    ///   - end: the moment that the source named.
    init(of asker: SourceAsker, askedAt: Timestamp, until end: Timestamp) {
        self.asker = asker
        self.askedAt = askedAt
        self.end = Self.bounded(end, from: askedAt)
    }

    /// A day in seconds. A source that asks for a longer pause is asked again all the same, so that nothing stops a site for ever.
    private static let longest = 86_400

    /// The moment for which a source asks, or the end of the longest pause.
    ///
    /// - Parameters:
    ///   - end: the moment that the source named.
    ///   - askedAt: the moment of the request that was refused.
    static func bounded(_ end: Timestamp, from askedAt: Timestamp) -> Timestamp {
        min(end, Timestamp(secondsSince1970: askedAt.secondsSince1970 + longest))
    }

    /// Whether it lasts. One that was noted by a clock that was ahead of this one does not hold.
    func holds(at now: Timestamp) -> Bool { askedAt <= now && now < end }
}

extension FailureNotes {
    /// - Parameters:
    ///   - asker: who is to ask now.
    ///   - now: the present moment.
    /// - Throws: a ``Failure`` with status 75 while the source wants no request from this asker.
    func keepPause(for asker: SourceAsker, now: Timestamp) throws(Failure) {
        guard let pause = pauses.first(where: { $0.asker == asker && $0.holds(at: now) }) else { return }
        let ago = Age.words(now.secondsSince1970 - pause.askedAt.secondsSince1970)
        let key = asker.key == nil ? "use an API key, " : ""
        var failure = Failure(
            .tryAgainLater, at: asker.source, "not asked: as it said \(ago) ago, it allows no request before \(pause.end.rfc3339)",
            remedy: "Try again after that, \(key)or ask all the same with --ask-anyway.")
        failure.tryAgainAt = pause.end
        throw failure
    }
}
