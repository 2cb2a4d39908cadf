import Support

/// The files of the build so far. Each path occurs once, and none of them is a folder of another.
struct SiteRegistry: Sendable {
    struct Entry: Sendable {
        let kind: FileKind
        let size: Int
        let comparison: Comparison
        /// The caller's hash of what the file is made from. Nil when it gave none.
        var inputs: UInt64?
        /// See `Encoder/stamp(sourceHash:encoded:)`.
        var stamp: UInt64?
        /// The state of the file when its content was found to be right. Nil unless a later change would show in it.
        var state: FileState?
        /// The hash of the content. It is set when the file must be read once more in its final place.
        var hash: UInt64?
    }

    private(set) var entries: [String: Entry] = [:]
    private var folders: Set<String> = []

    /// - Parameter count: the number of files that the build may have.
    init(count: Int = 0) { entries.reserveCapacity(count) }

    /// Whether a file could not be staged, so that the site is incomplete.
    var hasFailed = false
    /// Whether the build is published or abandoned, so that nothing more can be added.
    var isClosed = false
    /// Whether the staging folder is given up. It may belong to another build by now.
    var hasEnded = false

    enum Conflict: Error, Equatable {
        case duplicate
        /// `path` is a file of the site and would also have to be a folder, or the reverse.
        case fileAndFolder(String)
    }

    /// Registers a file.
    /// - Returns: whether its folder is new to the site.
    mutating func add(_ path: String, folder: String, _ entry: Entry) throws(Conflict) -> Bool {
        guard !folders.contains(path) else { throw .fileAndFolder(path) }
        let isNewFolder = try addFolder(folder)
        if let first = entries.updateValue(entry, forKey: path) {
            entries[path] = first
            throw .duplicate
        }
        return isNewFolder
    }

    /// Records the disk's state of a staged file.
    mutating func note(_ state: FileState, of path: String) { entries[path]?.state = state }

    private mutating func addFolder(_ folder: String) throws(Conflict) -> Bool {
        if folder.isEmpty || folders.contains(folder) { return false }
        guard entries[folder] == nil else { throw .fileAndFolder(folder) }
        _ = try addFolder(FilePath.split(folder).folder)
        folders.insert(folder)
        return true
    }
}
