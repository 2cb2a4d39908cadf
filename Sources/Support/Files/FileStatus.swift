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
