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
        /// The folder above that of the last path.
        private var parent: (path: String, folder: Folder)?
        /// The folder of the last path. Nil when it is none.
        private var current: String?

        init(_ tree: FolderTree) { self.tree = tree }

        mutating func state(of path: String) -> FileState? {
            let folderPath = FilePath.split(path).folder
            do throws(Errno) {
                if !Self.isSame(current, folderPath) {
                    current = nil
                    let (parentPath, name) = FilePath.split(folderPath)
                    // A site has more folders than the tree keeps open, and thousands of them in one.
                    if !Self.isSame(parent?.path, parentPath) {
                        parent = nil
                        guard case .folder(let found) = try tree.folder(parentPath, isShared: true) else { return nil }
                        parent = (parentPath, found)
                    }
                    if !folderPath.isEmpty, try parent?.folder.status(name)?.kind != .folder { return nil }
                    current = folderPath
                }
                // Most folders have two files, so it costs less to name the folder twice than to open it. Somebody who puts a link in its
                // place meanwhile gains nothing: the state is that of the right file, or it is another state.
                guard let parent, let status = try parent.folder.status(of: path, below: parent.path), status.kind == .file
                else { return nil }
                return status.state
            } catch {
                return nil
            }
        }

        /// By their bytes: folders that Swift takes for equal may be two on the disk.
        private static func isSame(_ known: String?, _ path: String) -> Bool { known?.utf8.elementsEqual(path.utf8) == true }
    }
}
