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
    let state: FileState
    let permissions: mode_t

    init(_ raw: stat) {
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

    func isSameFile(as other: FileStatus) -> Bool { state.device == other.state.device && state.inode == other.state.inode }
}
