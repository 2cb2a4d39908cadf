import LaunchLibrary
import Publishing
import Support
import Synchronization

/// Reads files, and keeps a hash of all that was read, in the order of reading.
final class HashedFiles: Sendable {
    private let files: FileAccess
    private let hash = Mutex(BLAKE2b())

    init(_ files: FileAccess) { self.files = files }

    var access: FileAccess {
        var access = files
        access.contents = { (path) throws(LocationError) in
            let bytes = try self.files.contents(path)
            self.hash.withLock { $0.add(bytes) }
            return bytes
        }
        return access
    }

    var digest: [UInt8] { hash.withLock { $0.digest() } }
}
