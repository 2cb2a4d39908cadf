import Support
import Synchronization

/// Stops a build at its k-th change to the disk and at each later one, like a kill or a permanently failing disk. It records the changes
/// that succeeded.
package final class Interruption: Sendable {
    private let allowed: Int
    private let seen = Mutex<[String]>([])

    package init(after allowed: Int = .max) { self.allowed = allowed }

    /// The changes made, in the form `move index.html`.
    package var changes: [String] { seen.withLock { $0 } }

    package var disk: DiskAccess {
        DiskAccess(
            before: { [self] (change, name) throws(Errno) in
                let isAllowed = seen.withLock { seen in
                    guard seen.count < allowed else { return false }
                    seen.append("\(change) \(name)")
                    return true
                }
                if !isAllowed { throw Errno(code: 5) }
            }, waits: false)
    }
}
