import Support

/// The changes of a build, computed before anything is touched.
struct PublishPlan: Sendable {
    struct File: Sendable, Equatable {
        let path: String
        let kind: FileKind
        /// Nothing is at its path.
        let isNew: Bool
    }

    /// The manifest of the new site, and its bytes.
    let manifest: Manifest
    let manifestBytes: [UInt8]
    /// The size of all its files, in bytes.
    let bytes: Int
    /// Paths that are new or changed, sorted.
    let written: [String]
    let unchanged: [String]
    /// The files that no published page links to.
    let new: [File]
    /// The files that visitors can find, and the first precompressed files of such files.
    let changed: [File]
    /// Files of earlier builds that must go before new files can come, because one of the two is a folder in the other's place.
    let blocking: [String]
    /// Files that earlier builds wrote and this one did not, in the order of their removal.
    let removals: [String]

    init(_ registered: RegisteredFiles) {
        var bytes = 0
        var stamps: [String: UInt64] = [:]
        var written: [String] = []
        var unchanged: [String] = []
        var new: [File] = []
        var changed: [File] = []
        var blocking: Set<String> = []
        for (index, path) in registered.paths.enumerated() {
            guard let entry = registered[index] else { continue }
            bytes += entry.size
            if let stamp = entry.stamp { stamps[path] = stamp }
            if entry.comparison == .unchanged {
                unchanged.append(path)
                continue
            }
            let file = File(path: path, kind: entry.kind, isNew: entry.comparison != .changed)
            switch entry.comparison {
            case .unchanged, .changed: changed.append(file)
            case .new where PublishPlan.isPublished(ContentEncoding.split(path)?.source, registered): changed.append(file)
            case .new, .foreign: new.append(file)
            case .blocked(let by):
                new.append(file)
                blocking.insert(by)
            }
            written.append(path)
        }
        manifest = Manifest(sorted: registered.paths, stamps: stamps)
        manifestBytes = manifest.bytes
        self.bytes = bytes
        self.written = written
        self.unchanged = unchanged
        self.new = new
        self.changed = changed
        self.blocking = blocking.sorted()
        removals = registered.removed.sorted { PublishPlan.removalOrder($0) < PublishPlan.removalOrder($1) }
    }

    private static func isPublished(_ path: String?, _ registered: RegisteredFiles) -> Bool {
        guard let comparison = path.flatMap({ registered[$0]?.comparison }) else { return false }
        return comparison == .unchanged || comparison == .changed
    }

    /// Precompressed files go first. Without one the server sends the file itself, but an old one may link to removed files. Pages go
    /// before the files that they use, and lists, which are higher in the tree, before the pages that they list.
    private static func removalOrder(_ path: String) -> (Int, Int, String) {
        let rank = ContentEncoding.split(path) != nil ? 0 : path.hasSuffix(".html") ? 1 : 2
        return (rank, path.utf8.count { $0 == UInt8(ascii: "/") }, path)
    }

    func changesNothing(from publishedManifest: [UInt8]?) -> Bool {
        written.isEmpty && removals.isEmpty && publishedManifest == manifestBytes
    }
}

/// The side results of a publication, beyond writing the planned files.
struct PublishOutcome {
    /// The output folder after the publication.
    let root: Folder
    /// Paths of removed files of earlier builds, sorted.
    var removed: [String] = []
    /// Files whose time of change the publication has moved by giving them another name or a second one.
    var touched: Set<String> = []
}
