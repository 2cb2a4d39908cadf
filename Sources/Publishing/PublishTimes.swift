import Synchronization

/// Where the time of a transaction went, in seconds, summed over the threads that added files.
public struct PublishTimes: Sendable, Equatable {
    /// Reading published files, to compare them with the new ones.
    public var comparing = 0.0
    public var compressing = 0.0
    /// Writing new files beside the site, before they move into place.
    public var writing = 0.0

    public init() {}
}

/// Adds up times by a clock. Without a clock nothing is measured.
final class PublishStopwatch: Sendable {
    private let clock: (@Sendable () -> Double)?
    private let sums = Mutex(PublishTimes())

    init(_ clock: (@Sendable () -> Double)?) { self.clock = clock }

    var times: PublishTimes { sums.withLock(\.self) }

    func measure<Result, Failure: Error>(
        _ part: any WritableKeyPath<PublishTimes, Double> & Sendable, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let clock else { return try work() }
        let start = clock()
        defer {
            let seconds = clock() - start
            sums.withLock { $0[keyPath: part] += seconds }
        }
        return try work()
    }
}
