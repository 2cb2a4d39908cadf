import Support

/// Prepares a second tree beside the output, with hard links to the unchanged files. It then exchanges the two in one step of the kernel.
struct Swap {
    let plan: PublishPlan
    let published: PublishedSite
    let area: StagingArea
    let tree: Folder
    let outputName: String

    /// Tries the exchange on two empty folders, so that a build fails before its work and not after it.
    static func checkPossible(_ location: OutputLocation, _ area: StagingArea, _ output: Folder) throws(PublishError) {
        let remedy = "Use the method in-place"
        if location.isLink {
            throw PublishError(
                .cannotWrite, at: location.place, "is a symbolic link, which the method swap cannot exchange",
                remedy: "Name the folder itself (\(location.path)), or use the method in-place")
        }
        switch area.position {
        case .besideOutput: break
        case .insideOutput(.noRoom):
            throw PublishError(
                .cannotWrite, at: location.place, "cannot be exchanged: nothing can be made beside it on the same disk",
                remedy: "Make \(location.parent) writable for the user who builds, or use the method in-place")
        case .insideOutput(.otherGroup):
            throw PublishError(
                .cannotWrite, at: location.place, "cannot be exchanged: the user who builds cannot give the new folder its group",
                remedy: "Add that user to the group, or use the method in-place")
        }
        do throws(Errno) {
            for probe in StagingArea.probes { try area.folder.createFolder(probe) }
        } catch {
            throw PublishError(error, at: area.place, doing: "be written")
        }
        do throws(Errno) {
            try area.folder.folder(StagingArea.probes[0]).setAccess(try output.ownStatus().access)
        } catch {
            throw PublishError(
                .cannotWrite, at: location.place,
                "cannot be exchanged: the user who builds cannot give the new folder its owner, group and permissions",
                remedy: "Let the user who owns it build, or use the method in-place")
        }
        do throws(Errno) {
            try area.folder.exchange(StagingArea.probes[0], with: area.folder, StagingArea.probes[1])
            for probe in StagingArea.probes { try area.folder.removeFolder(probe) }
        } catch {
            throw PublishError(
                .cannotWrite, at: location.place, "cannot be exchanged: this system or file system has no atomic exchange (\(error.words))",
                remedy: remedy)
        }
    }

    func run() throws(PublishError) -> PublishOutcome {
        for path in plan.unchanged { try link(path) }
        let place = published.place
        try PublishError.naming(place, "be linked into the new tree") { () throws(Errno) in try linkForeignFiles(in: published.root, []) }
        let removed = try PublishError.naming(place, "be read") { () throws(Errno) in try removedFiles() }
        try PublishError.naming(place, "be exchanged for the new tree") { () throws(Errno) in
            try placeManifest()
            try tree.setAccess(try published.root.ownStatus().access)
            try area.folder.exchange(StagingArea.tree, with: area.home, outputName)
        }
        try PublishError.naming(place, "take over the last files of others") { () throws(Errno) in
            try PreviousTree.rescueForeignFiles(in: area, to: tree)
        }
        return PublishOutcome(root: tree, removed: removed, touched: Set(plan.unchanged))
    }

    private func placeManifest() throws(Errno) {
        if published.manifest == plan.manifestBytes {
            try published.root.link(SitePath.manifest, to: tree, SitePath.manifest)
        } else {
            try tree.createFile(SitePath.manifest, plan.manifestBytes, durable: true)
        }
    }

    private func removedFiles() throws(Errno) -> [String] {
        var removed: [String] = []
        for path in plan.removals where try isFile(path) { removed.append(path) }
        return removed.sorted()
    }

    private func isFile(_ path: String) throws(Errno) -> Bool {
        let (folderPath, name) = FilePath.split(path)
        guard case .folder(let folder) = try published.folder(folderPath) else { return false }
        return try folder.status(name)?.kind == .file
    }

    private func link(_ path: String) throws(PublishError) {
        try PublishError.naming("\(published.place)/\(path)", "be linked into the new tree") { () throws(Errno) in
            let (folderPath, name) = FilePath.split(path)
            guard case .folder(let folder) = try published.folder(folderPath) else { throw Errno.absent }
            do throws(Errno) {
                try folder.link(name, to: tree, path)
            } catch let error where error.isAbsent {
                try tree.createFolders(folderPath)
                try folder.link(name, to: tree, path)
            }
        }
    }

    /// Links the files that others keep in the output folder, so that the new tree has them too.
    /// - Parameter path: the folder's path in bytes, because foreign names need not be UTF-8.
    /// - Returns: whether the folder was written by a build, or contains something that a build wrote.
    @discardableResult
    private func linkForeignFiles(in folder: Folder, _ path: [CChar]) throws(Errno) -> Bool {
        var isOurs = path.isEmpty
        for entry in try folder.entries() {
            let entryPath = path.isEmpty ? entry.name : path.dropLast() + [Swap.slash] + entry.name
            let text = entryPath.text
            if entry.kind == .folder {
                if text == SitePath.innerStaging { continue }
                if try linkForeignFiles(in: try folder.folder(entry.name), entryPath) { isOurs = true }
            } else if text == SitePath.manifest || (entry.kind == .file && published.owned.contains(text)) {
                isOurs = true
            } else {
                try linkForeignFile(entry.name, in: folder, entryPath, under: path)
            }
        }
        // A folder without anything of a build is kept unchanged, even when it is empty, unless a page needs its place.
        if !isOurs, try tree.status(path)?.kind != .file {
            try tree.createFolders(path)
        }
        if !path.isEmpty { try keepAccess(of: folder, at: path) }
        return isOurs
    }

    /// Gives a folder of the new tree the owner, group and permissions that it has in the published one.
    private func keepAccess(of published: Folder, at path: [CChar]) throws(Errno) {
        var access = try published.ownStatus().access
        guard let staged = try tree.status(path), staged.kind == .folder, staged.access != access else { return }
        let folder = try tree.folder(path)
        do throws(Errno) {
            try folder.setAccess(access)
        } catch let error where error.isPermission && access.owner != staged.access.owner {
            // Another member of the group made that folder. It keeps its group and its permissions, and gets a new owner.
            access.owner = staged.access.owner
            try folder.setAccess(access)
        }
    }

    private static let slash = CChar(bitPattern: UInt8(ascii: "/"))

    private func linkForeignFile(_ name: [CChar], in folder: Folder, _ path: [CChar], under parent: [CChar]) throws(Errno) {
        do throws(Errno) {
            try folder.link(name, to: tree, path)
        } catch let error where error.isExisting && (published.force || published.owned.contains(path.text)) {
            // A page takes its place, because the operator allowed it or because the file was a page before.
            return
        } catch let error where error.isAbsent && !parent.isEmpty {
            try tree.createFolders(parent)
            try folder.link(name, to: tree, path)
        }
    }
}

/// The tree that was the output until an exchange. It is in staging afterwards.
enum PreviousTree {
    /// Rescues the files that others put into that tree between the linking and the exchange, before the tree is removed. Files of builds,
    /// and files whose names the output also has, stay there and are removed.
    ///
    /// An unfinished tree has no manifest yet and holds only links to files of others. It is left alone.
    static func rescueForeignFiles(in area: StagingArea, to output: Folder?) throws(Errno) {
        guard let output, try area.folder.status(StagingArea.tree)?.kind == .folder else { return }
        let tree = try area.folder.folder(StagingArea.tree)
        guard let old = try owned(in: tree), let new = try owned(in: output) else { return }
        try rescue(from: tree, to: output, "", old: old, new: new)
    }

    private static func owned(in folder: Folder) throws(Errno) -> Set<String>? {
        guard let file = try folder.open(SitePath.manifest) else { return nil }
        let bytes = try file.contents()
        do throws(Manifest.ParseError) {
            return Set(try Manifest.parse(bytes).paths)
        } catch {
            // This is not a manifest of this version. The caller that reads the output's manifest reports that.
            return nil
        }
    }

    private static func rescue(from source: Folder, to target: Folder, _ path: String, old: Set<String>, new: Set<String>) throws(Errno) {
        for entry in try source.entries() {
            let entryPath = FilePath.join(path, entry.text)
            if entry.kind == .folder {
                let folder = try source.folder(entry.name)
                if try target.status(entry.name) == nil {
                    guard try hasForeignFiles(folder, entryPath, old) else { continue }
                    try target.createFolder(entry.name)
                    try target.folder(entry.name).setPermissions(try folder.ownStatus().permissions)
                }
                guard try target.status(entry.name)?.kind == .folder else { continue }
                try rescue(from: folder, to: try target.folder(entry.name), entryPath, old: old, new: new)
            } else if entryPath != SitePath.manifest, !old.contains(entryPath), !new.contains(entryPath) {
                let status = try source.status(entry.name)
                if let status, let there = try target.status(entry.name), there.isSameFile(as: status) { continue }
                try source.move(entry.name, to: target, entry.name)
            }
        }
    }

    private static func hasForeignFiles(_ folder: Folder, _ path: String, _ old: Set<String>) throws(Errno) -> Bool {
        for entry in try folder.entries() {
            let entryPath = FilePath.join(path, entry.text)
            if entry.kind == .folder {
                if try hasForeignFiles(try folder.folder(entry.name), entryPath, old) { return true }
            } else if !old.contains(entryPath) {
                return true
            }
        }
        return false
    }
}
