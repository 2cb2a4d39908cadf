import Support

/// Moves a staged site into its output folder. Every page that can be reached from the home page always has everything it links to. New
/// files come first, because no page links to them yet. A new folder is moved whole in one step. Changed files follow: assets, pages,
/// indexes, feeds. Removals come last, when no page links to those files any more.
struct InPlace {
    let plan: PublishPlan
    let published: PublishedSite
    let area: StagingArea
    let tree: Folder

    func run() throws(PublishError) -> PublishOutcome {
        // After a kill the manifest must name each file of either site, and mark the unsettled ones. So it names both sites before the
        // first move.
        let both = manifestOfBoth
        if let both { try write(both) }
        var remover = Remover(site: published)
        for path in plan.blocking { try remover.removeAll(at: path) }
        let units = try PublishError.naming(published.place, "be read") { () throws(Errno) -> [Unit] in try newUnits() }
        for unit in units { try move(unit) }
        for file in plan.changed.sorted(by: { ($0.kind, $0.path) < ($1.kind, $1.path) }) {
            try move(Unit(path: file.path, rank: 0, isNew: file.isNew))
        }
        for path in plan.removals { try remover.remove(path) }
        if both != nil || published.manifest != plan.manifestBytes { try write(plan.manifest) }
        return PublishOutcome(
            root: published.root, removed: remover.removed.sorted(), touched: Set(units.map(\.path)).union(plan.changed.map(\.path)))
    }

    private func write(_ manifest: Manifest) throws(PublishError) {
        try PublishError.naming("\(published.place)/\(SitePath.manifest)", "be written") { () throws(Errno) in
            try Manifest.write(manifest.bytes, from: area.folder, to: published.root)
        }
    }

    /// The manifest of both sites. Nil when no file moves and no precompressed file changes: nothing can then be missing, and no two
    /// versions can be side by side.
    private var manifestOfBoth: Manifest? {
        let moving = Set(plan.changed.map(\.path))
        let precompressed = plan.manifest.paths.filter { path in
            // After an interrupted build a precompressed file may already be right while its source is not, or the other way round.
            ContentEncoding.split(path).map { moving.contains(path) || moving.contains($0.source) } ?? false
        }
        let unsettled = Set(plan.new.map(\.path) + plan.removals + precompressed)
        if unsettled.isEmpty { return nil }
        // Files that an interrupted build brought, or had yet to remove, may be right for this build. They may still link to missing files,
        // and perhaps no visitor has seen them.
        return Manifest(
            sorted: (plan.manifest.paths + plan.removals).sorted(), stamps: plan.manifest.stamps,
            unsettled: unsettled.union(published.unsettled))
    }

    /// A new file or a new folder, moved in one step.
    private struct Unit {
        let path: String
        let rank: Int
        let isNew: Bool
    }

    private func newUnits() throws(Errno) -> [Unit] {
        var ranks: [String: Int] = [:]
        var known: [String: Bool] = [:]
        for file in plan.new {
            if let folder = try firstMissingFolder(of: file.path, &known) {
                // A folder with only assets goes first. A folder of pages goes before the pages at the top, including the home page.
                ranks[folder] = max(ranks[folder] ?? 0, file.kind == .asset ? 0 : 1)
            } else if (ContentEncoding.split(file.path)?.source ?? file.path) == SitePath.home {
                // Visitors begin there, and the page links to feeds too.
                ranks[file.path] = .max
            } else {
                ranks[file.path] = file.kind == .asset ? 0 : 1 + file.kind.rawValue
            }
        }
        return ranks.map { Unit(path: $0.key, rank: $0.value, isNew: true) }.sorted { ($0.rank, $0.path) < ($1.rank, $1.path) }
    }

    private func firstMissingFolder(of path: String, _ known: inout [String: Bool]) throws(Errno) -> String? {
        var end = path.utf8.startIndex
        while let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
            let folder = String(path[..<slash])
            let exists: Bool
            if let answer = known[folder] {
                exists = answer
            } else {
                if case .folder = try published.folder(folder) { exists = true } else { exists = false }
                known[folder] = exists
            }
            if !exists { return folder }
            end = path.utf8.index(after: slash)
        }
        return nil
    }

    private func move(_ unit: Unit) throws(PublishError) {
        try PublishError.naming("\(published.place)/\(unit.path)", "be moved into place") { () throws(Errno) in
            let (folderPath, name) = FilePath.split(unit.path)
            guard case .folder(let folder) = try published.folder(folderPath) else { throw Errno.absent }
            if unit.isNew, !published.force {
                try tree.moveNew(unit.path, to: folder, name)
            } else {
                try tree.move(unit.path, to: folder, name)
            }
        }
    }
}

/// Removes files of earlier builds, and the folders that become empty.
private struct Remover {
    private let site: PublishedSite
    private(set) var removed: [String] = []

    init(site: PublishedSite) { self.site = site }

    /// Removes one file, if it is still a file. Anything else that has taken its place belongs to others.
    mutating func remove(_ path: String) throws(PublishError) {
        let (folderPath, name) = FilePath.split(path)
        let wasRemoved = try PublishError.naming("\(site.place)/\(path)", "be removed") { () throws(Errno) -> Bool in
            guard case .folder(let folder) = try site.folder(folderPath) else { return false }
            let status = try folder.status(name)
            if status?.kind == .file { try folder.removeFile(name) }
            // This also runs when the file was already gone, because a build may have been stopped between the two steps.
            if status == nil || status?.kind == .file { try removeIfEmpty(folderPath) }
            return status?.kind == .file
        }
        if wasRemoved { removed.append(path) }
    }

    /// Removes a file, or a folder that contains only files of earlier builds.
    mutating func removeAll(at path: String) throws(PublishError) {
        let names = try PublishError.naming("\(site.place)/\(path)", "be read") { () throws(Errno) -> [String]? in
            guard case .folder(let folder) = try site.folder(path) else { return nil }
            return try folder.entries().map(\.text).sorted()
        }
        guard let names else { return try remove(path) }
        for name in names { try removeAll(at: FilePath.join(path, name)) }
        try PublishError.naming("\(site.place)/\(path)", "be removed") { () throws(Errno) in try removeIfEmpty(path) }
    }

    private func removeIfEmpty(_ path: String) throws(Errno) {
        guard !path.isEmpty else { return }
        let (parentPath, name) = FilePath.split(path)
        guard case .folder(let parent) = try site.folder(parentPath) else { return }
        do throws(Errno) {
            try parent.removeFolder(name)
        } catch let error where error.leavesFolder {
            // It is not empty, already gone, or a mount point. It stays, and so do the folders above it.
            return
        }
        site.forget(path)
        try removeIfEmpty(parentPath)
    }
}
