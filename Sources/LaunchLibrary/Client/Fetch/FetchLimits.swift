import Catalogue

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The limits on the time and the repetitions of a fetch.
public struct FetchLimits: Sendable, Hashable {
    /// The time for the whole fetch, including pauses.
    public var deadline: Duration
    /// The maximum number of repetitions of one request.
    public var retries: Int
    /// The maximum number of times that the whole list is read again after it changed during the reading.
    public var restarts: Int
    /// The pause before the first repetition. Each further repetition doubles it.
    public var firstPause: Duration

    public static let standard = FetchLimits(deadline: .seconds(600), retries: 5, restarts: 3, firstPause: .seconds(1))

    public init(deadline: Duration, retries: Int, restarts: Int, firstPause: Duration) {
        self.deadline = deadline
        self.retries = retries
        self.restarts = restarts
        self.firstPause = firstPause
    }

    /// A pause between half of the doubled pause and all of it. So pauses grow whatever the random number is.
    func pause(beforeRetry retry: Int, random: Double) -> Duration {
        let doubled = Double(1 << min(retry - 1, 6))
        return firstPause * (doubled * (1 + random) / 2)
    }
}

/// The time and the random numbers for a fetch.
public struct FetchClock: Sendable {
    public var now: @Sendable () -> Timestamp
    /// Waits. It throws when the task is cancelled during the wait.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to 1. It spreads the pauses of many programs that failed at the same time.
    public var random: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Timestamp, sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    public static let system = FetchClock(
        now: { Timestamp(secondsSince1970: Int(Date().timeIntervalSince1970)) },
        sleep: { try await Task.sleep(for: $0) },
        random: { Double.random(in: 0..<1) })
}
