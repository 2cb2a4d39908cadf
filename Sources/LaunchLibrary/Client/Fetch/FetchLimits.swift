/// How patient a fetch is.
public struct FetchLimits: Sendable, Hashable {
    /// The time for the whole fetch, pauses included.
    public var deadline: Duration
    /// How often one request is repeated.
    public var retries: Int
    /// How often the whole list is read again when it changed meanwhile.
    public var restarts: Int
    /// The pause before the first repetition; each further one doubles it.
    public var firstPause: Duration

    public static let standard = FetchLimits(deadline: .seconds(600), retries: 5, restarts: 3, firstPause: .seconds(1))

    public init(deadline: Duration, retries: Int, restarts: Int, firstPause: Duration) {
        self.deadline = deadline
        self.retries = retries
        self.restarts = restarts
        self.firstPause = firstPause
    }

    /// From half of the doubled pause to the whole of it, so that pauses grow whatever chance says.
    func pause(beforeRetry retry: Int, random: Double) -> Duration {
        let doubled = Double(1 << min(retry - 1, 6))
        return firstPause * (doubled * (1 + random) / 2)
    }
}
