#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open folder. Every name given to it is looked up inside it, so that nothing that is renamed or replaced by a link
/// elsewhere on the way leads a write out of it. Names that Hangar did not make are single segments and never followed if they
/// are links; only inside the private staging folder are whole paths used at once, for speed.
final class Folder: Sendable {
    let descriptor: Int32
    let disk: DiskAccess

    private init(descriptor: Int32, disk: DiskAccess) {
        self.descriptor = descriptor
        self.disk = disk
    }

    deinit { close(descriptor) }

    /// Opens a folder by the operator's own path, links followed.
    static func open(_ path: String, disk: DiskAccess) throws(Errno) -> Folder {
        let descriptor = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        return Folder(descriptor: descriptor, disk: disk)
    }

    /// Opens the folder `name` in this one; a link is `ELOOP` or `ENOTDIR`.
    func folder(_ name: UnsafePointer<CChar>) throws(Errno) -> Folder {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw .last }
        return Folder(descriptor: opened, disk: disk)
    }

    /// Opens the folder `name` in this one, also through a link: for reading only.
    func followed(_ name: UnsafePointer<CChar>) throws(Errno) -> Folder {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw .last }
        return Folder(descriptor: opened, disk: disk)
    }

    /// What `name` is, a link followed.
    func followedKind(_ name: UnsafePointer<CChar>) throws(Errno) -> FileStatus.Kind {
        var raw = stat()
        guard fstatat(descriptor, name, &raw, 0) == 0 else { throw .last }
        return FileStatus(raw).kind
    }

    /// What `name` is, a link not followed; nil when there is nothing.
    func status(_ name: UnsafePointer<CChar>) throws(Errno) -> FileStatus? {
        var raw = stat()
        if fstatat(descriptor, name, &raw, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(raw) }
        let error = Errno.last
        if error.code == ENOENT || error.code == ENOTDIR { return nil }
        throw error
    }

    func ownStatus() throws(Errno) -> FileStatus {
        var raw = stat()
        guard fstat(descriptor, &raw) == 0 else { throw .last }
        return FileStatus(raw)
    }

    func createFolder(_ name: UnsafePointer<CChar>, permissions: mode_t = 0o755) throws(Errno) {
        try disk.pass("create folder", name)
        guard mkdirat(descriptor, name, permissions) == 0 else { throw .last }
    }

    /// Creates a folder and those above it, as far as they are missing.
    func createFolders(_ path: UnsafePointer<CChar>) throws(Errno) {
        do throws(Errno) {
            try createFolder(path)
        } catch let error where error.isExisting {
            return
        } catch let error where error.isAbsent {
            let bytes = UnsafeBufferPointer(start: path, count: strlen(path))
            guard let slash = bytes.lastIndex(of: CChar(bitPattern: UInt8(ascii: "/"))) else { throw error }
            try createFolders(Array(bytes[..<slash]) + [0])
            try createFolders(path)
        }
    }

    /// Creates a file that must not exist yet, 0644 less the umask, and writes all of `bytes`.
    /// - Parameter durable: waits until the content is on the disk.
    /// - Returns: what the disk says of it with all its content.
    func createFile(_ name: UnsafePointer<CChar>, _ bytes: UnsafeRawBufferPointer, durable: Bool = false) throws(Errno) -> FileState {
        try disk.pass("create file", name)
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
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
        // Some file systems have nothing to wait for and say so.
        if result != 0, errno != EINVAL, errno != ENOTSUP { throw .last }
    }

    func removeFile(_ name: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("remove file", name)
        guard unlinkat(descriptor, name, 0) == 0 else { throw .last }
    }

    func removeFolder(_ name: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("remove folder", name)
        guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else { throw .last }
    }

    /// Gives a file a second name (hard link); a symbolic link is linked itself.
    func link(_ name: UnsafePointer<CChar>, to folder: Folder, _ newName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("link", newName)
        guard linkat(descriptor, name, folder.descriptor, newName, 0) == 0 else { throw .last }
    }

    func setPermissions(_ permissions: mode_t) throws(Errno) {
        guard fchmod(descriptor, permissions) == 0 else { throw .last }
    }
}
