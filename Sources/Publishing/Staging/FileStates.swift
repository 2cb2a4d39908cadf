import Support

/// The states of the files of a published site, which are not read.
enum FileStates {
    /// The states in the order of the paths. One is nil when there is no file at its path, or when the disk does not show it. No link is
    /// followed.
    ///
    /// - Parameter paths: sorted. Neighbouring paths are mostly in the same folder, so each folder is opened once.
    static func read(_ paths: [String], in root: Folder) -> [FileState?] {
        let tree = FolderTree(root)
        return Concurrently.array(
            count: paths.count, pieceSize: 64,
            pieces: { range in
                var current: (path: String, folder: Folder)?
                return range.map { index in
                    let (folderPath, name) = FilePath.split(paths[index])
                    do throws(Errno) {
                        if current?.path != folderPath {
                            guard case .folder(let folder) = try tree.folder(folderPath) else { return nil }
                            current = (folderPath, folder)
                        }
                        guard let status = try current?.folder.status(name), status.kind == .file else { return nil }
                        return status.state
                    } catch {
                        return nil
                    }
                }
            })
    }
}
