import Catalogue
import Foundation

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
