import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Identifies a published site without reading its files. It is a hash of the manifest and of the state of each file that the manifest
/// names. If a later look gives the same fingerprint, the site is the same. See ``Publisher/report(ifUnchangedSince:)``.
///
/// It holds until the system is restarted: after a power cut a file may lack content that its state promises.
public struct OutputFingerprint: Sendable, Equatable {
    /// The text for the caller to keep, in a place outside the output folder. Anyone with access to that folder could otherwise change this
    /// too.
    public let text: String

    public init(text: String) { self.text = text }

    /// - Parameter states: the states of the manifest's files, in the order of the manifest.
    init(session: String, manifest: [UInt8], states: [FileState]) {
        var hash = BLAKE2b()
        hash.add(session)
        hash.add(manifest)
        for state in states { hash.add(state) }
        self.init(text: hash.digest().hexadecimal)
    }
}

/// Takes the fingerprint of a site that is being published.
struct FingerprintBuilder {
    let lock: BuildLock
    let entries: [String: SiteRegistry.Entry]
    let manifest: Manifest
    let session: String

    /// Waits until a change of any staged file would show. Call it before the first file goes live, because until then no one else has
    /// access to the files.
    func isSettled() throws(Errno) -> Bool {
        let last = entries.values.reduce(Int.min) { max($0, $1.state?.changed ?? .min) }
        return try lock.timestamp(after: last) != nil
    }

    /// - Parameters:
    ///   - touched: the files whose states the publication itself has changed, by giving them another name or a second one.
    ///   - root: the output folder as it is now.
    /// - Returns: nil when a file differs from the published one, or may change without showing it.
    func fingerprint(touched: Set<String>, in root: Folder) throws(Errno) -> OutputFingerprint? {
        var states = manifest.paths.map { touched.contains($0) ? nil : entries[$0]?.state }
        let unknown = states.indices.filter { states[$0] == nil }
        if !unknown.isEmpty {
            guard let timestamp = try lock.timestamp(after: try lock.now().time) else { return nil }
            let read = read(unknown, in: root, timestamp)
            for (index, state) in zip(unknown, read) { states[index] = state }
        }
        let known = states.compactMap(\.self)
        return known.count == states.count ? OutputFingerprint(session: session, manifest: manifest.bytes, states: known) : nil
    }

    private func read(_ files: [Int], in root: Folder, _ timestamp: FileSystemTimestamp) -> [FileState?] {
        let tree = FolderTree(root)
        let buffers = BufferPool(size: 1 << 16)
        return Concurrently.array(count: files.count, pieceSize: 64) { state(of: manifest.paths[files[$0]], in: tree, buffers, timestamp) }
    }

    /// The state of a file, if it still holds the published content.
    private func state(of path: String, in tree: FolderTree, _ buffers: BufferPool, _ timestamp: FileSystemTimestamp) -> FileState? {
        let (folderPath, name) = FilePath.split(path)
        do throws(Errno) {
            guard let hash = entries[path]?.hash, case .folder(let folder) = try tree.folder(folderPath), let file = try folder.open(name),
                timestamp.isAfter(file.state), try buffers.withContents(file, { XXHash64.hash($0) }) == hash
            else { return nil }
            return file.state
        } catch {
            return nil
        }
    }
}

/// A time by the clock of a file system.
///
/// The clock advances in ticks of some milliseconds, or of two seconds on some disks. If a file changes twice within one tick, the second
/// change does not show. A state therefore proves a content only under two conditions: the content was read after the state, and the clock
/// had by then passed the state's last change. Each later change then has a later time.
struct FileSystemTimestamp: Sendable {
    let device: UInt64
    /// In nanoseconds since 1970, like `FileState.changed`.
    let time: Int

    /// Whether a change at or after this time would show in the state of the file.
    func isAfter(_ state: FileState) -> Bool { state.device == device && state.changed < time }
}

extension BuildLock {
    /// The time that a change would get now.
    func now() throws(Errno) -> FileSystemTimestamp {
        // Setting the permissions that the lock file already has updates its time of change. It does not change the time since which the
        // lock is held. Another member of the group may own the file, and then only writing to it updates that time.
        if fchmod(descriptor, try status().permissions) != 0 { try sign() }
        let state = try status().state
        return FileSystemTimestamp(device: state.device, time: state.changed)
    }

    /// Waits until the clock has passed `time`. Nil when that takes too long, because the ticks of that disk are not worth waiting for.
    func timestamp(after time: Int) throws(Errno) -> FileSystemTimestamp? {
        for _ in 0..<BuildLock.ticks {
            let now = try now()
            if now.time > time { return now }
            usleep(BuildLock.tick)
        }
        return nil
    }

    /// In microseconds.
    private static let tick: UInt32 = 1_000
    private static let ticks = 25
}
