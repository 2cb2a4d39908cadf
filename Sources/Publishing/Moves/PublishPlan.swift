import Support

/// What a build changes, computed before anything is touched.
struct PublishPlan: Sendable {
    struct File: Sendable, Equatable {
        let path: String
        let kind: FileKind
        /// Nothing is at its path.
        let isNew: Bool
    }

    /// The manifest of the new site.
    let manifest: Manifest
    /// The size of all its files.
    let bytes: Int
    /// Paths that are new or changed, sorted.
    let written: [String]
    let unchanged: [String]
    /// What no page that is published links to.
    let new: [File]
    /// What visitors can come upon, and the first precompressed files of such files.
    let changed: [File]
    /// Files of earlier builds that must go before new ones can come, because one is a folder in the other's place.
    let blocking: [String]
    /// Files that earlier builds wrote and this one has not, in the order of their going.
    let removals: [String]

    init(_ entries: [String: SiteRegistry.Entry], published: PublishedSite?) {
        let paths = entries.keys.sorted()
        var bytes = 0
        var stamps: [String: UInt64] = [:]
        var written: [String] = []
        var unchanged: [String] = []
        var new: [File] = []
        var changed: [File] = []
        var blocking: Set<String> = []
        for path in paths {
            guard let entry = entries[path] else { continue }
            bytes += entry.size
            stamps[path] = entry.stamp
            let file = File(path: path, kind: entry.kind, isNew: entry.comparison != .changed)
            switch entry.comparison {
            case .unchanged:
                unchanged.append(path)
                continue
            case .changed: changed.append(file)
            case .new where PublishPlan.isPublished(ContentEncoding.split(path)?.source, entries): changed.append(file)
            case .new, .foreign: new.append(file)
            case .blocked(let by):
                new.append(file)
                blocking.insert(by)
            }
            written.append(path)
        }
        manifest = Manifest(sorted: paths, stamps: stamps)
        self.bytes = bytes
        self.written = written
        self.unchanged = unchanged
        self.new = new
        self.changed = changed
        self.blocking = blocking.sorted()
        removals = (published?.owned ?? []).filter { entries[$0] == nil }.sorted {
            PublishPlan.removalOrder($0) < PublishPlan.removalOrder($1)
        }
    }

    private static func isPublished(_ path: String?, _ entries: [String: SiteRegistry.Entry]) -> Bool {
        guard let comparison = path.flatMap({ entries[$0]?.comparison }) else { return false }
        return comparison == .unchanged || comparison == .changed
    }

    /// Precompressed files first: without one the server sends the file itself, but one of an earlier build may link to what goes.
    /// Then pages before what pages use, and lists, which stand higher, before what they list.
    private static func removalOrder(_ path: String) -> (Int, Int, String) {
        let rank = ContentEncoding.split(path) != nil ? 0 : path.hasSuffix(".html") ? 1 : 2
        return (rank, path.utf8.count { $0 == UInt8(ascii: "/") }, path)
    }

    func changesNothing(from publishedManifest: [UInt8]?) -> Bool {
        written.isEmpty && removals.isEmpty && publishedManifest == manifest.bytes
    }
}
