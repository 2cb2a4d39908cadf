import Support

/// Identifies the files of a published site without reading them: a hash of the state of each file that the manifest names, beside what the
/// caller has said of the file's inputs. A later build leaves a file alone whose inputs and state are the same, see
/// ``PublishTransaction/keep(_:kind:inputs:)``, and all of them are looked at together in ``Publisher/report(ifUnchangedSince:)``.
///
/// It holds until the system is restarted: after a power cut a file may lack content that its state promises. It also ends when another
/// version of a compression library would give other files.
public struct OutputFingerprint: Sendable, Equatable {
    /// A hash of what all files share: the session of the system, the manifest and the encoders.
    let site: UInt64
    /// One for each path of the manifest, in its order.
    let files: [File]

    struct File: Sendable, Equatable {
        /// Zero when the caller gave none.
        let inputs: UInt64
        let state: UInt64
    }

    init(site: UInt64, files: [File]) {
        self.site = site
        self.files = files
    }

    static func site(session: String, manifest: [UInt8], _ encoders: Encoders) -> UInt64 {
        var bytes = Array(session.utf8) + [0] + encoders.description + [0]
        bytes += manifest
        return bytes.withUnsafeBytes { XXHash64.hash($0) }
    }
}

/// The form for the caller to keep, in a place outside the output folder. Anyone with access to that folder could otherwise change it too.
extension OutputFingerprint {
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 8 + files.count * 16) { buffer, count in
            func put(_ word: UInt64) {
                withUnsafeBytes(of: word.littleEndian) { word in for byte in word { buffer[count] = byte; count += 1 } }
            }
            put(site)
            for file in files {
                put(file.inputs)
                put(file.state)
            }
        }
    }

    /// Nil when the bytes do not have this form.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count % 16 == 8 else { return nil }
        let words = Array(bytes).withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: 8).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)) }
        }
        site = words[0]
        files = stride(from: 1, to: words.count, by: 2).map { File(inputs: words[$0], state: words[$0 + 1]) }
    }
}

extension FileState {
    var hash: UInt64 {
        let numbers = (
            device, inode, UInt64(bitPattern: Int64(size)), UInt64(bitPattern: Int64(modified)), UInt64(bitPattern: Int64(changed))
        )
        return withUnsafeBytes(of: numbers) { XXHash64.hash($0) }
    }
}

/// The files of the published site with their fingerprints. The output has the manifest that it had when these were taken.
struct KnownFiles: Sendable {
    struct File: Sendable {
        let inputs: UInt64
        /// Nil when the file is no longer as the last build left it.
        let state: FileState?
    }

    /// By the positions of their paths.
    private let files: [File]

    /// Nil when the fingerprint is not of this site.
    init?(_ fingerprint: OutputFingerprint, _ published: PublishedSite, session: String, _ encoders: Encoders) {
        let paths = published.owned.paths
        guard let manifest = published.manifest, fingerprint.files.count == paths.count,
            OutputFingerprint.site(session: session, manifest: manifest, encoders) == fingerprint.site
        else { return nil }
        files = zip(fingerprint.files, FileStates.read(paths, in: published.root)).map { file, state in
            File(inputs: file.inputs, state: state?.hash == file.state ? state : nil)
        }
    }

    subscript(position: PathIndex.Position) -> File { files[position.index] }
}

/// Takes the fingerprint of a site that is being published.
struct FingerprintBuilder {
    let lock: BuildLock
    let files: RegisteredFiles
    /// The bytes of the site's manifest.
    let manifest: [UInt8]
    let session: String
    let encoders: Encoders

    /// Waits until a change of any staged file would show. Call it before the first file goes live, because until then no one else has
    /// access to the files.
    func isSettled() throws(Errno) -> Bool {
        let last = files.paths.indices.reduce(Int.min) { max($0, files[$1]?.state?.changed ?? .min) }
        return try lock.timestamp(after: last) != nil
    }

    /// - Parameters:
    ///   - touched: the files whose states the publication itself has changed, by giving them another name or a second one.
    ///   - root: the output folder as it is now.
    /// - Returns: nil when a file differs from the published one, or may change without showing it.
    func fingerprint(touched: Set<String>, in root: Folder) throws(Errno) -> OutputFingerprint? {
        var states = files.paths.indices.map { touched.contains(files.paths[$0]) ? nil : files[$0]?.state }
        let unknown = states.indices.filter { states[$0] == nil }
        if !unknown.isEmpty {
            guard let timestamp = try lock.timestamp(after: try lock.now().time) else { return nil }
            let read = read(unknown, in: root, timestamp)
            for (index, state) in zip(unknown, read) { states[index] = state }
        }
        let prints = states.enumerated().compactMap { index, state in
            state.map { OutputFingerprint.File(inputs: files[index]?.inputs ?? 0, state: $0.hash) }
        }
        guard prints.count == states.count else { return nil }
        return OutputFingerprint(site: OutputFingerprint.site(session: session, manifest: manifest, encoders), files: prints)
    }

    private func read(_ indices: [Int], in root: Folder, _ timestamp: FileSystemTimestamp) -> [FileState?] {
        let tree = FolderTree(root)
        let buffers = BufferPool(size: 1 << 16)
        return Concurrently.array(count: indices.count, pieceSize: 64) { state(ofFileAt: indices[$0], in: tree, buffers, timestamp) }
    }

    /// The state of a file, if it still holds the published content.
    private func state(
        ofFileAt index: Int, in tree: FolderTree, _ buffers: BufferPool, _ timestamp: FileSystemTimestamp
    ) -> FileState? {
        let (folderPath, name) = FilePath.split(files.paths[index])
        do throws(Errno) {
            guard let entry = files[index], case .folder(let folder) = try tree.folder(folderPath) else { return nil }
            guard let hash = entry.hash else { return try linkedState(of: name, in: folder, entry, timestamp) }
            guard let file = try folder.open(name), timestamp.isAfter(file.state),
                try buffers.withContents(file, { XXHash64.hash($0) }) == hash
            else { return nil }
            return file.state
        } catch {
            return nil
        }
    }

    /// The state of a file that was not read, because its earlier state proved its content. Since then it only got a second name.
    private func linkedState(
        of name: String, in folder: Folder, _ entry: SiteRegistry.Entry, _ timestamp: FileSystemTimestamp
    ) throws(Errno) -> FileState? {
        guard let before = entry.state, let status = try folder.status(name), status.kind == .file, timestamp.isAfter(status.state),
            status.state.hasSameContent(as: before)
        else { return nil }
        return status.state
    }
}

extension FileState {
    /// Whether this is the same file, and nobody has written to it since, as far as its own times tell.
    fileprivate func hasSameContent(as other: FileState) -> Bool {
        device == other.device && inode == other.inode && size == other.size && modified == other.modified
    }
}
