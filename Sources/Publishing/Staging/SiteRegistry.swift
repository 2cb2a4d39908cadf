import Support

/// The files of the build so far: each path once, and none of them a folder of another.
struct SiteRegistry: Sendable {
    struct Entry: Sendable {
        let kind: FileKind
        let size: Int
        let comparison: Comparison
        /// See `Encoder/stamp(sourceHash:encoded:)`.
        var stamp: UInt64?
        /// Of the file when its content was seen to be right, where a later change would show in it.
        var state: FileState?
        /// The hash of its content, where it must be read once more when it is in its place.
        var hash: UInt64?
    }

    private(set) var entries: [String: Entry] = [:]
    private var folders: Set<String> = []
    /// A file could not be staged, so the site is not complete.
    var hasFailed = false
    /// Publishing or abandoned: nothing more can be added.
    var isClosed = false
    /// The staging folder is given up and may be another build's by now.
    var hasEnded = false

    enum Conflict: Error, Equatable {
        case duplicate
        /// `path` is a file of the site and would have to be a folder, or the reverse.
        case fileAndFolder(String)
    }

    /// Enters a file.
    /// - Returns: whether its folder is new to the site.
    mutating func add(_ path: String, folder: String, _ entry: Entry) throws(Conflict) -> Bool {
        guard entries[path] == nil else { throw .duplicate }
        guard !folders.contains(path) else { throw .fileAndFolder(path) }
        let isNewFolder = try addFolder(folder)
        entries[path] = entry
        return isNewFolder
    }

    /// Notes what the disk says of a file that was staged.
    mutating func note(_ state: FileState, of path: String) { entries[path]?.state = state }

    private mutating func addFolder(_ folder: String) throws(Conflict) -> Bool {
        if folder.isEmpty || folders.contains(folder) { return false }
        guard entries[folder] == nil else { throw .fileAndFolder(folder) }
        _ = try addFolder(FilePath.split(folder).folder)
        folders.insert(folder)
        return true
    }
}
