import Catalogue
import Foundation

/// Time and chance, as the fetching needs them.
public struct FetchClock: Sendable {
    public var now: @Sendable () -> Timestamp
    /// Throws when the task is cancelled meanwhile.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to 1, to spread the pauses of many programs that failed at once.
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
