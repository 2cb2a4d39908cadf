import Support

/// The states of the files of a published site, which are not read.
enum FileStates {
    /// The states in the order of the paths. One is nil when there is no file at its path, or when the disk does not show it. No link is
    /// followed.
    ///
    /// - Parameter paths: sorted. Neighbouring paths are mostly in the same folder, so each folder is looked up once.
    static func read(_ paths: [String], in root: Folder) -> [FileState?] {
        let tree = FolderTree(root)
        return Concurrently.array(
            count: paths.count, pieceSize: 64,
            pieces: { range in
                var reader = Reader(tree)
                return range.map { reader.state(of: paths[$0]) }
            })
    }

    private struct Reader {
        private let tree: FolderTree
        /// The folder of the last path, and the open folder above it.
        private var current: (path: String, parent: Folder, parentPath: String)?

        init(_ tree: FolderTree) { self.tree = tree }

        mutating func state(of path: String) -> FileState? {
            let folderPath = FilePath.split(path).folder
            do throws(Errno) {
                // By their bytes: folders that Swift takes for equal may be two on the disk.
                if current?.path.utf8.elementsEqual(folderPath.utf8) != true {
                    current = nil
                    let (parentPath, name) = FilePath.split(folderPath)
                    guard case .folder(let parent) = try tree.folder(parentPath, isShared: true) else { return nil }
                    if !folderPath.isEmpty, try parent.status(name)?.kind != .folder { return nil }
                    current = (folderPath, parent, parentPath)
                }
                // Most folders have two files, so it costs less to name the folder twice than to open it. Somebody who puts a link in its
                // place meanwhile gains nothing: the state is that of the right file, or it is another state.
                guard let current, let status = try current.parent.status(of: path, below: current.parentPath), status.kind == .file
                else { return nil }
                return status.state
            } catch {
                return nil
            }
        }
    }
}
