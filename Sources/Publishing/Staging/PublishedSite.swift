import Support

/// The output folder at the start of the build: its content, and the files that earlier builds wrote.
final class PublishedSite: Sendable {
    let root: Folder
    /// The output folder in the operator's words, for messages.
    let place: String
    /// The files that the manifest names. Builds wrote them.
    let owned: PathIndex
    /// The files that an interrupted build left unsettled.
    let unsettled: Set<String>
    /// The stamps of the precompressed files, by path.
    let stamps: [String: UInt64]
    /// The manifest's content. Nil when there is none.
    let manifest: [UInt8]?
    /// Whether the folder is empty, so that no file need be looked up.
    let isEmpty: Bool
    let force: Bool
    private let folders: FolderTree
    private let buffers = BufferPool(size: 1 << 16)

    init(root: Folder, place: String, force: Bool) throws(PublishError) {
        self.root = root
        folders = FolderTree(root)
        self.place = place
        self.force = force
        let manifest = try Manifest.read(in: root, at: place)
        self.manifest = manifest?.bytes
        owned = PathIndex(manifest?.manifest.paths ?? [])
        unsettled = manifest?.manifest.unsettled ?? []
        stamps = manifest?.manifest.stamps ?? [:]
        let names: [String]
        do throws(Errno) {
            names = try root.entries().map(\.text).filter { $0 != SitePath.innerStaging }.sorted()
        } catch {
            throw PublishError(error, at: place, doing: "be read")
        }
        isEmpty = names.isEmpty
        if manifest == nil, !names.isEmpty, !force { throw PublishedSite.foreign(names, place) }
    }

    /// What every site has at its root, beside the manifest.
    private static let marks: Set = ["404.html", "index.html", "sitemap.xml", "status.json"]

    private static func foreign(_ names: [String], _ place: String) -> PublishError {
        guard !marks.isSubset(of: names) else {
            return PublishError(
                .foreign, at: place, "holds a site, but \(SitePath.manifest), the list of what a build wrote, is gone",
                remedy:
                    "Build with --force to write it anew; files of pages that are no more stay, so empty the folder first if all in it is the site's"
            )
        }
        let some = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return PublishError(
            .foreign, at: place, "holds files that no build wrote (\(some)\(more))",
            remedy:
                "Name an empty or new folder, or build with --force to publish among them; they are kept unless a page needs their place")
    }

    /// See ``FolderTree/folder(_:isShared:)``.
    func folder(_ path: String) throws(Errno) -> FolderTree.Place { try folders.folder(path) }

    /// Forgets a folder that was removed.
    func forget(_ path: String) { folders.forget(path) }
}

/// The relation of a file to be published to the present content of its path.
enum Comparison: Sendable, Equatable {
    case unchanged
    case changed
    case new
    /// The file is new. A file or folder of an earlier build at `by` must first be removed.
    case blocked(by: String)
    /// No build wrote the file or folder at `path`.
    case foreign(path: String, FileStatus.Kind)
}

extension PublishedSite {
    /// The result of a look at a path.
    struct Finding {
        let comparison: Comparison
        /// The state of a file before it was read. Nil when it was not read.
        var state: FileState?
        /// The file has no folder yet, and will move into place with it.
        var movesWithFolder = false
    }

    /// Compares `bytes` with the file at `path`. The size is compared first.
    func compare(_ path: String, with bytes: UnsafeRawBufferPointer) throws(Errno) -> Finding {
        let (folderPath, name) = FilePath.split(path)
        if isEmpty { return Finding(comparison: .new, movesWithFolder: !folderPath.isEmpty) }
        switch try folder(folderPath) {
        case .absent:
            return Finding(comparison: .new, movesWithFolder: true)
        case .blocked(let blocking, let kind):
            let isOurs = kind == .file && owned.contains(blocking)
            return Finding(comparison: isOurs ? .blocked(by: blocking) : .foreign(path: blocking, kind))
        case .folder(let folder):
            return try compare(path, name, in: folder, with: bytes)
        }
    }

    /// Passes the content of a file, and its state before reading, to `body`. Nil when there is no file or it cannot be read, so that it
    /// must be written again.
    func withContents<Result>(
        _ path: String, _ body: (UnsafeRawBufferPointer, FileState) -> Result
    ) throws(Errno) -> Result? {
        let (folderPath, name) = FilePath.split(path)
        guard case .folder(let folder) = try folder(folderPath) else { return nil }
        do throws(Errno) {
            guard let opened = try folder.open(name) else { return nil }
            return try buffers.withContents(opened) { body($0, opened.state) }
        } catch let error where error.isPermission {
            return nil
        }
    }

    private func compare(
        _ path: String, _ name: String, in folder: Folder, with bytes: UnsafeRawBufferPointer
    ) throws(Errno) -> Finding {
        let isOurs = force || owned.contains(path)
        let opened: OpenFile?
        do throws(Errno) {
            opened = try folder.open(name)
        } catch let error where error.isPermission {
            // A file can be replaced without being read.
            return Finding(comparison: isOurs ? .changed : .foreign(path: path, .file))
        }
        if let opened {
            guard isOurs else { return Finding(comparison: .foreign(path: path, .file)) }
            let isSame = try buffers.withBuffer { buffer throws(Errno) in try opened.holds(bytes, buffer: buffer) }
            return isSame ? Finding(comparison: .unchanged, state: opened.state) : Finding(comparison: .changed)
        }
        guard let status = try folder.status(name) else { return Finding(comparison: .new) }
        guard status.kind == .folder else { return Finding(comparison: isOurs ? .changed : .foreign(path: path, status.kind)) }
        if let foreign = try firstForeignFile(in: try folder.folder(name), path) {
            return Finding(comparison: .foreign(path: foreign.path, foreign.kind))
        }
        return Finding(comparison: .blocked(by: path))
    }

    /// The first file in a folder, at any depth, that no build has written.
    private func firstForeignFile(in folder: Folder, _ path: String) throws(Errno) -> (path: String, kind: FileStatus.Kind)? {
        for entry in try folder.entries().sorted(by: { $0.text < $1.text }) {
            let entryPath = FilePath.join(path, entry.text)
            if entry.kind == .folder {
                if let foreign = try firstForeignFile(in: try folder.folder(entry.name), entryPath) { return foreign }
            } else if entry.kind != .file || !owned.contains(entryPath) {
                return (entryPath, entry.kind)
            }
        }
        return nil
    }
}
