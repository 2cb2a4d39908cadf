import Support

/// All files of a build, sorted by their paths. Those of a large site are many, so they are not copied out of the registry.
struct RegisteredFiles: Sendable {
    /// Where the registry has a file.
    enum Place: Sendable {
        case published(Int)
        case new(Int)
    }

    /// Sorted. Each occurs once.
    let paths: [String]
    private let places: [Place]
    private let atPublished: [SiteRegistry.Entry?]
    private let atNewPaths: [SiteRegistry.Entry]
    /// The paths of the last build that this one does not have, sorted.
    let removed: [String]

    init(
        paths: [String], places: [Place], atPublished: [SiteRegistry.Entry?], atNewPaths: [SiteRegistry.Entry], removed: [String]
    ) {
        self.paths = paths
        self.places = places
        self.atPublished = atPublished
        self.atNewPaths = atNewPaths
        self.removed = removed
    }

    /// The file whose path has an index. It is there for each path.
    subscript(index: Int) -> SiteRegistry.Entry? {
        switch places[index] {
        case .published(let index): atPublished[index]
        case .new(let index): atNewPaths[index]
        }
    }

    subscript(path: String) -> SiteRegistry.Entry? {
        let index = paths.partitioningIndex { $0 >= path }
        return index < paths.count && paths[index] == path ? self[index] : nil
    }
}
