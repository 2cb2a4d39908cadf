#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The part of `struct stat` that publishing looks at.
struct FileStatus: Equatable, Sendable {
    enum Kind: Sendable { case file, folder, link, other }

    let kind: Kind
    let size: Int
    /// Device and inode: the identity of a file under any name.
    let device: UInt64
    let inode: UInt64
    let permissions: mode_t
    /// Seconds since 1970 of the last change of content.
    let modified: Int

    init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(raw.st_size)
        device = UInt64(truncatingIfNeeded: raw.st_dev)
        inode = UInt64(raw.st_ino)
        permissions = raw.st_mode & 0o7777
        #if canImport(Darwin)
            modified = raw.st_mtimespec.tv_sec
        #else
            modified = raw.st_mtim.tv_sec
        #endif
    }

    func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
