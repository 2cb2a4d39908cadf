import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Makes folders by a path of the operator. Links on the way are followed.
package enum FolderPath {
    /// The disk refuses a folder.
    package struct Refusal: Error, Equatable {
        /// The first folder on the way that can be neither entered nor made.
        package let place: String
        package let error: Errno
        /// The target, if the place is a symbolic link that leads to no folder.
        package let linkTarget: String?

        package var words: String {
            guard let linkTarget else { return "cannot be created: \(error.words)" }
            return "is a symbolic link to '\(linkTarget)', which is no folder"
        }

        package func remedy(elsewhere: String? = nil) -> String {
            linkTarget == nil ? error.remedy(elsewhere: elsewhere) : "Create that folder or remove the link"
        }
    }

    /// Makes the folder and the missing folders above it.
    /// - Parameter isPrivate: whether only the user has access to the new folders.
    /// - Returns: the folders that were made. The outermost is first.
    package static func create(_ path: String, isPrivate: Bool = false) throws(Refusal) -> [String] {
        var created: [String] = []
        for place in stages(path) where !isFolder(place) {
            if mkdir(place, isPrivate ? 0o700 : 0o777) == 0 {
                created.append(place)
                continue
            }
            let error = Errno.last
            // Another program may have made it meanwhile.
            if isFolder(place) { continue }
            remove(created)
            throw Refusal(place: place, error: error.isExisting ? Errno(code: ENOTDIR) : error, linkTarget: linkTarget(place))
        }
        return created
    }

    /// Removes folders that ``create(_:isPrivate:)`` made, except those that are in use by now.
    package static func remove(_ created: [String]) {
        for path in created.reversed() where rmdir(path) != 0 { return }
    }

    package static func linkTarget(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// `a/b/c` → `a`, `a/b`, `a/b/c`
    private static func stages(_ path: String) -> [String] {
        var stages: [String] = []
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            stages.append(String(path[..<end]))
        }
        return stages
    }

    private static func isFolder(_ path: String) -> Bool {
        var raw = stat()
        return stat(path, &raw) == 0 && FileStatus(raw).kind == .folder
    }
}

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
