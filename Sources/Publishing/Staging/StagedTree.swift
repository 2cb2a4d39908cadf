import Support
import Synchronization

/// The staged files and their folders.
final class StagedTree: Sendable {
    private let tree: Folder
    private let published: PublishedSite?
    /// Held while a folder is made whose group differs from that of the folder above it.
    private let foldersWithGroup = Mutex(())

    init(_ tree: Folder, published: PublishedSite?) {
        self.tree = tree
        self.published = published
    }

    /// - Parameters:
    ///   - folder: the path of the file's folder.
    ///   - isNewFolder: whether no file of the folder came before.
    func createFile(_ path: String, _ bytes: UnsafeRawBufferPointer, folder: String, isNewFolder: Bool) throws(Errno) -> FileState {
        if isNewFolder { try makeFolder(folder) }
        do throws(Errno) {
            return try tree.createFile(path, bytes)
        } catch let error where error.isAbsent {
            // Another thread has registered the folder but not made it yet, or so far it had only unchanged files.
            try makeFolder(folder)
            return try tree.createFile(path, bytes)
        }
    }

    /// Makes a folder for staged files, and the missing ones above it. Files get the group that they would get in the published folder to
    /// which they will move.
    private func makeFolder(_ path: String) throws(Errno) {
        guard let published, !published.isEmpty else { return try tree.createFolders(path) }
        if try tree.status(path) != nil { return }
        let parent = FilePath.split(path).folder
        if !parent.isEmpty { try makeFolder(parent) }
        guard case .folder(let folder) = try published.folder(path), case .folder(let above) = try published.folder(parent),
            try !folder.handsOnSameGroup(as: above)
        else { return try tree.createFolders(path) }
        try makeFolder(path, inheritingFrom: folder)
    }

    /// Another thread must not find the folder before it has its group. So it is made under a name that no file of a site can have.
    private func makeFolder(_ path: String, inheritingFrom published: Folder) throws(Errno) {
        let failure = foldersWithGroup.withLock { _ -> Errno? in
            do throws(Errno) {
                if try tree.status(path) != nil { return nil }
                let temporary = path + "\u{1}"
                try tree.createFolder(temporary)
                do throws(Errno) {
                    try tree.folder(temporary).inheritGroup(from: published)
                } catch let error where error.isPermission {
                    // The user who builds is not in that group. The group of the output itself remains.
                }
                try tree.move(temporary, to: tree, path)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}
