import Support

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
