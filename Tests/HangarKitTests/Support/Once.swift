import Synchronization

/// True the first time it is asked.
final class Once: Sendable {
    private let isAsked = Atomic(false)
    var isFirst: Bool { !isAsked.exchange(true, ordering: .relaxed) }
}

/// The different time limits of requests.
final class Limits: Sendable {
    private let values = Mutex<Set<Duration?>>([])
    func note(_ value: Duration?) { _ = values.withLock { $0.insert(value) } }
    var noted: Set<Duration?> { values.withLock { $0 } }
}
