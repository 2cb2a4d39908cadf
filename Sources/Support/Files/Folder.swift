#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open folder. Every name given to it is looked up inside it. If something on the way is renamed, or replaced by a link to another
/// place, no write leaves the folder. Names that others may have made are single segments, and they are never followed if they are links.
/// Only inside a private folder are whole paths used at once, for speed.
package final class Folder: Sendable {
    package let descriptor: Int32
    package let disk: DiskAccess

    private init(descriptor: Int32, disk: DiskAccess) {
        self.descriptor = descriptor
        self.disk = disk
    }

    deinit { close(descriptor) }

    /// Opens a folder by a path. Links are followed.
    package static func open(_ path: String, disk: DiskAccess) throws(Errno) -> Folder {
        let descriptor = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        return Folder(descriptor: descriptor, disk: disk)
    }

    /// Opens the folder `name` in this one. A link gives `ELOOP` or `ENOTDIR`.
    package func folder(_ name: UnsafePointer<CChar>) throws(Errno) -> Folder {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw .last }
        return Folder(descriptor: opened, disk: disk)
    }

    /// Opens the folder `name` in this one, also through a link. Use it only for reading.
    package func followed(_ name: UnsafePointer<CChar>) throws(Errno) -> Folder {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw .last }
        return Folder(descriptor: opened, disk: disk)
    }

    /// The kind of `name`. A link is followed.
    package func followedKind(_ name: UnsafePointer<CChar>) throws(Errno) -> FileStatus.Kind {
        var raw = stat()
        guard fstatat(descriptor, name, &raw, 0) == 0 else { throw .last }
        return FileStatus(raw).kind
    }

    /// The status of `name`. A link is not followed. Nil when there is nothing.
    package func status(_ name: UnsafePointer<CChar>) throws(Errno) -> FileStatus? { try status(name, skipping: 0) }

    /// The status of a file whose path begins with that of this folder, both seen from the same place. Only a link at the end is not
    /// followed.
    package func status(of path: String, below folder: String) throws(Errno) -> FileStatus? {
        // A string passes as it is, so that its end needs no copy.
        try status(path, skipping: folder.isEmpty ? 0 : folder.utf8.count + 1)
    }

    private func status(_ path: UnsafePointer<CChar>, skipping count: Int) throws(Errno) -> FileStatus? {
        var raw = stat()
        if fstatat(descriptor, path + count, &raw, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(raw) }
        let error = Errno.last
        if error.code == ENOENT || error.code == ENOTDIR { return nil }
        throw error
    }

    package func ownStatus() throws(Errno) -> FileStatus {
        var raw = stat()
        guard fstat(descriptor, &raw) == 0 else { throw .last }
        return FileStatus(raw)
    }

    /// Creates a folder with these permissions less the umask.
    package func createFolder(_ name: UnsafePointer<CChar>, permissions: mode_t = 0o777) throws(Errno) {
        try disk.pass("create folder", name)
        guard mkdirat(descriptor, name, permissions) == 0 else { throw .last }
    }

    /// Creates a folder and the missing folders above it.
    package func createFolders(_ path: UnsafePointer<CChar>) throws(Errno) {
        do throws(Errno) {
            try createFolder(path)
        } catch let error where error.isExisting {
            return
        } catch let error where error.isAbsent {
            let bytes = UnsafeBufferPointer(start: path, count: strlen(path))
            guard let slash = bytes.lastIndex(of: CChar(bitPattern: UInt8(ascii: "/"))) else { throw error }
            try createFolders(Array(bytes[..<slash]) + [0])
            do throws(Errno) {
                // Still without a folder above it, that place is a link to nothing. A further attempt would never end.
                try createFolder(path)
            } catch let error where error.isExisting {
                return
            }
        }
    }

    /// Creates a file that must not exist yet, with mode 0666 less the umask, and writes all of `bytes`.
    /// - Parameters:
    ///   - durable: whether to wait until the content is on the disk.
    ///   - isPrivate: whether only the user may read and write the file.
    /// - Returns: the disk's information about the file with all its content.
    package func createFile(
        _ name: UnsafePointer<CChar>, _ bytes: UnsafeRawBufferPointer, durable: Bool = false, isPrivate: Bool = false
    ) throws(Errno) -> FileState {
        try disk.pass("create file", name)
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
        guard file >= 0 else { throw .last }
        var failure: Errno?
        var raw = stat()
        do throws(Errno) {
            try disk.pass("write file", name)
            try Folder.write(bytes, to: file)
            if durable, disk.waits { try Folder.synchronise(file) }
            guard fstat(file, &raw) == 0 else { throw .last }
        } catch {
            failure = error
        }
        // Network file systems report a full disk only here.
        if close(file) != 0, failure == nil, errno != EINTR { failure = .last }
        if let failure { throw failure }
        return FileState(raw)
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(Errno) {
        guard let start = bytes.baseAddress else { return }
        var offset = 0
        while offset < bytes.count {
            #if canImport(Darwin)
                let written = Darwin.write(file, start + offset, bytes.count - offset)
            #elseif canImport(Glibc)
                let written = Glibc.write(file, start + offset, bytes.count - offset)
            #else
                let written = Musl.write(file, start + offset, bytes.count - offset)
            #endif
            if written < 0 {
                if errno == EINTR { continue }
                throw .last
            }
            offset += written
        }
    }

    private static func synchronise(_ file: Int32) throws(Errno) {
        #if canImport(Darwin)
            let result = fsync(file)
        #else
            let result = fdatasync(file)
        #endif
        // Some file systems have nothing to wait for and return an error.
        if result != 0, errno != EINVAL, errno != ENOTSUP { throw .last }
    }

    package func removeFile(_ name: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("remove file", name)
        guard unlinkat(descriptor, name, 0) == 0 else { throw .last }
    }

    package func removeFolder(_ name: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("remove folder", name)
        guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else { throw .last }
    }

    /// Gives a file a second name (hard link). A symbolic link is linked itself.
    package func link(_ name: UnsafePointer<CChar>, to folder: Folder, _ newName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("link", newName)
        guard linkat(descriptor, name, folder.descriptor, newName, 0) == 0 else { throw .last }
    }

    package func setPermissions(_ permissions: mode_t) throws(Errno) {
        guard fchmod(descriptor, permissions) == 0 else { throw .last }
    }
}

extension Folder {
    /// Moves in one atomic step and replaces an existing file.
    package func move(_ name: UnsafePointer<CChar>, to folder: Folder, _ newName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("move", newName)
        guard renameat(descriptor, name, folder.descriptor, newName) == 0 else { throw .last }
    }

    /// Moves in one atomic step, and fails with `EEXIST` when something exists at the new name.
    package func moveNew(_ name: UnsafePointer<CChar>, to folder: Folder, _ newName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("move", newName)
        do throws(Errno) {
            try Folder.rename(.noReplace, from: self, name, to: folder, newName)
        } catch {
            guard Folder.cannotRename.contains(error.code) else { throw error }
            // Without the kernel's help, a check must do. The gap is microseconds, and only a person could fill it.
            if try folder.status(newName) != nil { throw Errno(code: EEXIST) }
            guard renameat(descriptor, name, folder.descriptor, newName) == 0 else { throw .last }
        }
    }

    /// Exchanges two names in one atomic step. Both must exist.
    package func exchange(_ name: UnsafePointer<CChar>, with folder: Folder, _ otherName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("exchange", otherName)
        try Folder.rename(.exchange, from: self, name, to: folder, otherName)
    }

    /// Whether a move from here to `folder` stays on one mount. The kernel compares the mounts before it looks up the names. Moving a name
    /// that does not exist therefore gives the answer and changes nothing.
    package func canMove(to folder: Folder) throws(Errno) -> Bool {
        guard try ownStatus().state.device == folder.ownStatus().state.device else { return false }
        let absent = ".hangar-no-such-file"
        return renameat(descriptor, absent, folder.descriptor, absent) == 0 || errno != EXDEV
    }

    private enum Flag { case noReplace, exchange }

    private static let cannotRename: [Int32] = [ENOSYS, EINVAL, ENOTSUP]

    #if canImport(Darwin)
        private static func rename(
            _ flag: Flag, from: Folder, _ name: UnsafePointer<CChar>, to: Folder, _ newName: UnsafePointer<CChar>
        ) throws(Errno) {
            let flags = flag == .exchange ? UInt32(RENAME_SWAP) : UInt32(RENAME_EXCL)
            guard renameatx_np(from.descriptor, name, to.descriptor, newName, flags) == 0 else { throw .last }
        }
    #else
        private typealias RenameAt2 =
            @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

        // Swift's view of Glibc hides renameat2 (it is declared only for _GNU_SOURCE), and Musl did not have it for a long time. So it is
        // looked up at run time.
        private static let renameAt2: RenameAt2? = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: RenameAt2.self) }

        private static func rename(
            _ flag: Flag, from: Folder, _ name: UnsafePointer<CChar>, to: Folder, _ newName: UnsafePointer<CChar>
        ) throws(Errno) {
            guard let renameAt2 else { throw Errno(code: ENOSYS) }
            // The values of RENAME_NOREPLACE and RENAME_EXCHANGE in linux/fs.h.
            let flags: UInt32 = flag == .exchange ? 2 : 1
            guard renameAt2(from.descriptor, name, to.descriptor, newName, flags) == 0 else { throw .last }
        }
    #endif
}
