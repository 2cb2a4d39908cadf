import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Finds the folders below a folder by their paths. Folders that many look-ups pass through are kept open.
package final class FolderTree: Sendable {
    private let root: Folder
    private let folders = Mutex<[String: Folder]>([:])

    /// The number of folders that are kept open between look-ups. It is far below the usual limit of 1,024 open files.
    private static let openFolders = 128

    package init(_ root: Folder) { self.root = root }

    /// The result of looking up a folder's path.
    package enum Place {
        case folder(Folder)
        case absent
        /// There is something else at `path`, which is the folder's own path or one above it.
        case blocked(path: String, by: FileStatus.Kind)
    }

    /// Opens a folder of the site segment by segment, so that no link on the way is followed.
    /// - Parameter isShared: whether several look-ups will pass through it, so that it is worth keeping open.
    package func folder(_ path: String, isShared: Bool = false) throws(Errno) -> Place {
        if path.isEmpty { return .folder(root) }
        if let open = folders.withLock({ $0[path] }) { return .folder(open) }
        let (parentPath, name) = FilePath.split(path)
        let place = try folder(parentPath, isShared: true)
        guard case .folder(let parent) = place else { return place }
        let found: Folder
        do throws(Errno) {
            found = try parent.folder(name)
        } catch {
            guard [ENOENT, ENOTDIR, ELOOP].contains(error.code) else { throw error }
            guard let status = try parent.status(name) else { return .absent }
            return .blocked(path: path, by: status.kind)
        }
        if isShared {
            folders.withLock { if $0.count < FolderTree.openFolders { $0[path] = found } }
        }
        return .folder(found)
    }

    /// Forgets a folder that was removed.
    package func forget(_ path: String) { folders.withLock { _ = $0.removeValue(forKey: path) } }
}
