import Catalogue
import LaunchLibrary
import Synchronization

/// A clock that advances only when someone sleeps.
final class StubClock: Sendable {
    private let state: Mutex<(now: Timestamp, pauses: [Duration])>

    init(_ start: Timestamp) {
        state = Mutex((start, []))
    }

    var pauses: [Duration] { state.withLock { $0.pauses } }

    func pass(seconds: Int) {
        state.withLock { $0.now = Timestamp(secondsSince1970: $0.now.secondsSince1970 + seconds) }
    }

    func clock(random: Double = 0) -> FetchClock {
        FetchClock(
            now: { self.state.withLock { $0.now } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { $0.pauses.append(duration) }
                self.pass(seconds: Int(duration.components.seconds))
            },
            random: { random })
    }
}

/// The reports of a fetch, in order.
final class Reports: Sendable {
    private let reports = Mutex<[FetchProgress]>([])

    var all: [FetchProgress] { reports.withLock { $0 } }

    func add(_ report: FetchProgress) { reports.withLock { $0.append(report) } }
}
