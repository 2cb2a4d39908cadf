#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The part of `struct stat` that is looked at.
package struct FileStatus: Equatable, Sendable {
    package enum Kind: Sendable { case file, folder, link, other }

    package let kind: Kind
    package let state: FileState
    package let permissions: mode_t

    package init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        state = FileState(raw)
        permissions = raw.st_mode & 0o7777
    }

    package func isSameFile(as other: FileStatus) -> Bool { state.device == other.state.device && state.inode == other.state.inode }
}

/// What the disk says of a file without reading it. While it stays the same, and its last change lies before the time at which it was asked
/// for (see `FileSystemTimestamp` in Publishing), the file is the same and holds the same. Only a program that writes through a memory map may leave no trace at once:
/// the system dates such a change when it likes (mmap, POSIX.1-2017).
public struct FileState: Sendable, Equatable {
    /// Device and inode: the identity of a file under any name.
    package let device: UInt64
    package let inode: UInt64
    package let size: Int
    /// Nanoseconds since 1970 of the last change of content. Whoever may write the file can set it to what he likes.
    package let modified: Int
    /// Nanoseconds since 1970 of the last change of content, names, links, owner or `modified`. Only the system sets it, by its clock.
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

    /// A file may be given a date so far away that it has no place in the number; two such still differ.
    private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }

    /// The state of a regular file, links followed; nil where there is none, or the disk does not say.
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
