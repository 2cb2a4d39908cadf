import Support

/// All files of a build, sorted by their paths.
struct RegisteredFiles: Sendable {
    struct File: Sendable {
        let path: String
        let entry: SiteRegistry.Entry
    }

    let files: [File]
    /// The paths of the last build that this one does not have, sorted.
    let removed: [String]

    /// - Parameter files: sorted by their paths, each of which occurs once.
    init(sorted files: [File], removed: [String] = []) {
        self.files = files
        self.removed = removed
    }

    subscript(path: String) -> SiteRegistry.Entry? {
        let place = files.partitioningIndex { $0.path >= path }
        return place < files.count && files[place].path == path ? files[place].entry : nil
    }
}
