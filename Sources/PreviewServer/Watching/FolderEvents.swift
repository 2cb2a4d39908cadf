import Dispatch
import Synchronization

/// What the system tells of changes in folders.
protocol FolderEvents: Sendable {
    /// Waits for changes, and takes note of those that came.
    ///
    /// - Returns: false when none came within the time.
    func come(within milliseconds: Int32) -> Bool

    /// Watches all that is in the folders now. What is watched already stays so.
    ///
    /// - Returns: false when the system gives no more watches.
    func follow(_ folders: WatchedFolders) -> Bool

    func end()
}

extension FolderEvents {
    /// One for each change, or for several that come together.
    func changes(in folders: WatchedFolders) -> AsyncStream<Void> {
        let (changes, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let listener = Listener()
        tell.onTermination = { _ in listener.leave() }
        // A queue of its own, because the work waits for most of the time.
        DispatchQueue(label: "folder-watch").async {
            // What was seen where the system gives no more watches: then all is looked at again and again.
            var seen: UInt64?
            while listener.isThere {
                let isTold = come(within: WatchTimes.patience)
                guard isTold || seen.map({ $0 != folders.fingerprint }) ?? false else { continue }
                var rounds: Int32 = 0
                while rounds * WatchTimes.quiet < WatchTimes.longest, come(within: WatchTimes.quiet) { rounds += 1 }
                // What came is watched before the site is made anew, so that nothing in it is missed.
                seen = follow(folders) ? nil : folders.fingerprint
                tell.yield()
            }
            end()
        }
        return changes
    }
}

/// Milliseconds.
private enum WatchTimes {
    /// Saving a file makes several events within one or two; a copied folder makes them for longer.
    static let quiet: Int32 = 4
    static let longest: Int32 = 60
    /// After this time a thread sees that nobody listens any more.
    static let patience: Int32 = 200
}

private final class Listener: Sendable {
    private let state = Mutex(true)
    var isThere: Bool { state.withLock { $0 } }
    func leave() { state.withLock { $0 = false } }
}
