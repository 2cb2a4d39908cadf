import Support

/// Tells when something in folders has changed.
public struct FolderWatch: Sendable {
    public enum Method: Sendable {
        /// The system tells (inotify on Linux, kqueue on macOS).
        case events
        /// All files are looked at, again and again.
        case polling
    }

    public let method: Method
    /// One for each change, or for several that come together.
    public let changes: AsyncStream<Void>

    /// - Parameters:
    ///   - root: a folder whose own entries are watched.
    ///   - names: the folders in it that are watched with all that is below them. They need not exist.
    ///   - method: nil for the best that the system has.
    ///   - interval: the time between two looks, where the system tells nothing.
    public init(_ root: String, _ names: [String], by method: Method? = nil, interval: Duration = .milliseconds(300)) {
        let folders = WatchedFolders(root: root, names: names)
        if method != .polling, let events = Self.events(in: folders) {
            self.method = .events
            changes = events.changes(in: folders)
            return
        }
        self.method = .polling
        changes = Self.polled(folders, interval)
    }

    /// Nil when the system tells nothing, or has no more watches.
    private static func events(in folders: WatchedFolders) -> (any FolderEvents)? {
        #if os(Linux)
            Inotify(folders)
        #elseif canImport(Darwin)
            Kqueue(folders)
        #else
            nil
        #endif
    }

    private static func polled(_ folders: WatchedFolders, _ interval: Duration) -> AsyncStream<Void> {
        let (changes, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let first = folders.fingerprint
        let looking = Task {
            var last = first
            while !Task.isCancelled {
                do { try await Task.sleep(for: interval) } catch { return }
                let now = folders.fingerprint
                if now != last { tell.yield() }
                last = now
            }
        }
        tell.onTermination = { _ in looking.cancel() }
        return changes
    }
}

/// The folders that are watched, as they are at the moment.
struct WatchedFolders: Sendable {
    let root: String
    let names: [String]

    /// No operator nests folders as deeply. A link that leads back to a parent folder would never end.
    private static let depthLimit = 16

    /// All folders, those that links lead to among them.
    var folders: [String] {
        var folders = [root]
        for name in names { add(root == "." ? name : root + "/" + name, depth: 1, to: &folders) }
        return folders
    }

    private func add(_ folder: String, depth: Int, to folders: inout [String]) {
        guard depth <= Self.depthLimit, FileAccess.disk.kind(folder) == .folder else { return }
        folders.append(folder)
        for name in Self.names(in: folder) { add(folder + "/" + name, depth: depth + 1, to: &folders) }
    }

    /// None for a folder that cannot be read. Who makes the site tells of it.
    static func names(in folder: String) -> [String] {
        do { return try FileAccess.disk.names(folder).filter { $0 != "." && $0 != ".." } } catch { return [] }
    }

    /// A number that differs when a file comes, goes or changes.
    var fingerprint: UInt64 {
        var parts: [UInt64] = []
        for folder in folders {
            for name in Self.names(in: folder).sorted() {
                let path = folder + "/" + name
                parts.append(Array(path.utf8).withUnsafeBytes { XXHash64.hash($0) })
                guard let state = FileState.of(path) else { continue }
                parts += [state.inode, UInt64(bitPattern: Int64(state.size)), UInt64(bitPattern: Int64(state.changed))]
            }
        }
        return parts.withUnsafeBytes { XXHash64.hash($0) }
    }
}
