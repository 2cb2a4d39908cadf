#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The part of `struct stat` that is used.
package struct FileStatus: Equatable, Sendable {
    package enum Kind: Sendable { case file, folder, link, other }

    package let kind: Kind
    package let state: FileState
    package let access: FolderAccess

    package var permissions: mode_t { access.permissions }

    package init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        state = FileState(raw)
        access = FolderAccess(owner: raw.st_uid, group: raw.st_gid, permissions: raw.st_mode & 0o7777)
    }

    package func isSameFile(as other: FileStatus) -> Bool { state.device == other.state.device && state.inode == other.state.inode }
}

/// The disk's information about a file without reading it. While it stays the same, the file and its content are the same, if the last
/// change is earlier than the time at which the information was read (see `FileSystemTimestamp` in Publishing). Only a program that writes
/// through a memory map may leave no immediate trace, because the system may date such a change later (mmap, POSIX.1-2017).
public struct FileState: Sendable, Equatable {
    /// Device and inode: the identity of a file under any name.
    package let device: UInt64
    package let inode: UInt64
    package let size: Int
    /// Nanoseconds since 1970 of the last change of content. Anyone who may write the file can set it to any value.
    package let modified: Int
    /// Nanoseconds since 1970 of the last change of content, names, links, owner or `modified`. Only the system sets it, from its clock.
    public let changed: Int

    package init(_ raw: stat) {
        device = UInt64(truncatingIfNeeded: raw.st_dev)
        inode = UInt64(raw.st_ino)
        size = Int(raw.st_size)
        #if canImport(Darwin)
            modified = Self.nanoseconds(raw.st_mtimespec)
            changed = Self.nanoseconds(raw.st_ctimespec)
        #else
            modified = Self.nanoseconds(raw.st_mtim)
            changed = Self.nanoseconds(raw.st_ctim)
        #endif
    }

    /// The date of a file may be so far away that it overflows the number. Two such dates still differ.
    private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }

    /// The state of a regular file. Links are followed. Nil when there is no such file or the disk gives no information.
    public static func of(_ path: String) -> FileState? {
        var raw = stat()
        guard stat(path, &raw) == 0, raw.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileState(raw)
    }
}

extension BLAKE2b {
    public mutating func add(_ file: FileState) {
        for number in [Int(bitPattern: UInt(file.device)), Int(bitPattern: UInt(file.inode)), file.size, file.modified, file.changed] {
            add(number)
        }
    }
}

/// Who may use a folder.
package struct FolderAccess: Equatable, Sendable {
    package var owner: uid_t
    package var group: gid_t
    package var permissions: mode_t
}

extension FolderAccess {
    /// What is made in a folder with this bit gets the group of the folder (chmod(2), inode(7)).
    fileprivate var handsOnGroup: Bool { permissions & S_ISGID != 0 }

    /// This access with the group that a new folder in `other` would have.
    fileprivate func inheriting(from other: FolderAccess) -> FolderAccess {
        var access = self
        #if canImport(Darwin)
            access.group = other.group
        #else
            access.group = other.handsOnGroup ? other.group : getegid()
        #endif
        access.permissions = other.handsOnGroup ? permissions | S_ISGID : permissions & ~S_ISGID
        return access
    }
}

extension Folder {
    /// Gives the folder this owner, group and mode.
    /// - Throws: `EPERM` also when the system accepts the change without making all of it. It drops the bit for the group if the user is not
    ///   in that group.
    package func setAccess(_ access: FolderAccess) throws(Errno) {
        let own = try ownStatus().access
        if own == access { return }
        try disk.pass("change access", ".")
        if own.owner != access.owner || own.group != access.group {
            let owner = own.owner == access.owner ? uid_t.max : access.owner
            guard fchown(descriptor, owner, own.group == access.group ? gid_t.max : access.group) == 0 else {
                // A user namespace that does not have the user or the group, such as that of PrivateUsers= in systemd, calls it invalid.
                throw errno == EINVAL ? Errno(code: EPERM) : .last
            }
        }
        try setPermissions(access.permissions)
        guard try ownStatus().access == access else { throw Errno(code: EPERM) }
    }

    /// Whether new files in both folders get the same group, and new folders hand it on in the same way.
    package func handsOnSameGroup(as other: Folder) throws(Errno) -> Bool {
        let (own, other) = (try ownStatus().access, try other.ownStatus().access)
        return own.inheriting(from: own) == own.inheriting(from: other)
    }

    /// Makes new files and folders in this folder get the group that they would get in `other`.
    package func inheritGroup(from other: Folder) throws(Errno) {
        try setAccess(try ownStatus().access.inheriting(from: try other.ownStatus().access))
    }
}
