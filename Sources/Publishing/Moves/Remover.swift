import Support

/// Removes files of earlier builds, and the folders that become empty.
struct Remover {
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
