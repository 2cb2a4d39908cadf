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

    /// The paths of the last build. Nearly all files are among them, and by their position they are found faster than by their path.
    private let published: PathIndex
    /// The files at these paths, by position. Nil where the build has not added one.
    private var atPublished: [Entry?]
    private var atNewPaths: [Entry] = []
    /// The place of each new path among those.
    private var newPaths: [String: Int] = [:]
    /// The folders of the files. Nil as long as all files are at paths of the last build, if those agree with one another.
    private var folders: Set<String>?

    /// - Parameter published: the paths of the last build.
    init(published: PathIndex = PathIndex([])) {
        self.published = published
        atPublished = Array(repeating: nil, count: published.paths.count)
        folders = published.hasFileAndFolder ? [] : nil
    }

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
    ///
    /// - Parameter position: that of its path among those of the last build. Nil when the path is new.
    /// - Returns: whether its folder is known to be new to the site.
    mutating func add(_ path: String, at position: PathIndex.Position?, _ entry: Entry) throws(Conflict) -> Bool {
        if position == nil, folders == nil { try collectFolders() }
        var isNewFolder = false
        if folders != nil {
            guard folders?.contains(path) == false else { throw .fileAndFolder(path) }
            isNewFolder = try addFolder(FilePath.split(path).folder)
        }
        if let position {
            guard atPublished[position.index] == nil else { throw .duplicate }
            atPublished[position.index] = entry
        } else {
            guard newPaths[path] == nil else { throw .duplicate }
            newPaths[path] = atNewPaths.count
            atNewPaths.append(entry)
        }
        return isNewFolder
    }

    /// Records the disk's state of a staged file.
    mutating func note(_ state: FileState, of path: String, at position: PathIndex.Position?) {
        if let position {
            atPublished[position.index]?.state = state
        } else if let place = newPaths[path] {
            atNewPaths[place].state = state
        }
    }

    private mutating func collectFolders() throws(Conflict) {
        folders = []
        for (path, entry) in zip(published.paths, atPublished) where entry != nil { _ = try addFolder(FilePath.split(path).folder) }
    }

    private mutating func addFolder(_ folder: String) throws(Conflict) -> Bool {
        if folder.isEmpty || folders?.contains(folder) == true { return false }
        guard !isFile(folder) else { throw .fileAndFolder(folder) }
        _ = try addFolder(FilePath.split(folder).folder)
        folders?.insert(folder)
        return true
    }

    /// Whether a new path is another spelling of this one, and the file system takes both for one file.
    private func isAlsoNamed(_ path: String) -> Bool {
        #if canImport(Darwin)
            return newPaths[path] != nil
        #else
            return false
        #endif
    }

    private func isFile(_ path: String) -> Bool {
        if let position = published.position(of: path) { atPublished[position.index] != nil } else { newPaths[path] != nil }
    }

    /// All files, sorted by their paths.
    var files: RegisteredFiles {
        var paths: [String] = []
        var places: [RegisteredFiles.Place] = []
        paths.reserveCapacity(published.paths.count + atNewPaths.count)
        places.reserveCapacity(paths.capacity)
        var new = newPaths.keys.sorted()[...]
        func add(before path: String?) {
            while let other = new.first, path.map({ other < $0 }) ?? true, let place = newPaths[other] {
                paths.append(other)
                places.append(.new(place))
                new.removeFirst()
            }
        }
        for (index, path) in published.paths.enumerated() where atPublished[index] != nil {
            add(before: path)
            paths.append(path)
            places.append(.published(index))
        }
        add(before: nil)
        return RegisteredFiles(
            paths: paths, places: places, atPublished: atPublished, atNewPaths: atNewPaths,
            removed: published.paths.indices.filter { atPublished[$0] == nil && !isAlsoNamed(published.paths[$0]) }
                .map { published.paths[$0] })
    }
}
