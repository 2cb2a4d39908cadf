#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An error number of the C library. The caller adds the file that it concerns.
package struct Errno: Error, Equatable {
    package let code: Int32

    package init(code: Int32) { self.code = code }

    package static var last: Errno { Errno(code: errno) }

    package static var absent: Errno { Errno(code: ENOENT) }

    package var isAbsent: Bool { code == ENOENT }
    /// Whether `rmdir` found a folder in use, or none.
    package var leavesFolder: Bool { [ENOTEMPTY, EEXIST, ENOENT, EBUSY, ENOTDIR].contains(code) }
    package var isExisting: Bool { code == EEXIST }
    package var isPermission: Bool { [EACCES, EPERM].contains(code) }

    /// The reason in words that need no manual page.
    package var words: String {
        switch code {
        case EACCES, EPERM: "permission denied"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EROFS: "the file system is read-only"
        case EMFILE, ENFILE: "too many open files"
        case ENAMETOOLONG: "the name is too long"
        case ENOENT: "no such file or folder"
        case ENOTDIR: "not a folder"
        case EISDIR: "a folder is in its place"
        case EEXIST: "it exists already"
        case ENOTEMPTY: "the folder is not empty"
        case ELOOP: "a symbolic link is in its place"
        case EXDEV: "it is on another disk"
        case EBUSY: "it is in use, or a mount point"
        case EIO: "the disk reports an input/output error"
        default: String(cString: strerror(code))
        }
    }

    /// What to do about it when it concerns the output of a build.
    package var remedy: String {
        switch code {
        case EACCES, EPERM: "Let the user who builds own it, or choose another output folder"
        case ENOSPC, EDQUOT: "Free some space and build again; nothing is lost"
        case EROFS: "Mount it for writing, or choose another output folder"
        case EMFILE, ENFILE: "Raise the limit on open files (ulimit -n)"
        case EIO: "Check the disk before building again"
        default: "Mend that and build again"
        }
    }

    /// What to do about it when it concerns another file.
    /// - Parameter elsewhere: the other way, if the file can be somewhere else: `name another folder`.
    package func remedy(elsewhere: String?) -> String {
        let orElsewhere = elsewhere.map { ", or \($0)" } ?? ""
        return switch code {
        case EACCES, EPERM: "Let the user who runs this write there\(orElsewhere)"
        case ENOSPC, EDQUOT: "Free some space and run this again; nothing is lost"
        case EROFS: "Mount it for writing\(orElsewhere)"
        case EIO: "Check the disk before running this again"
        case EMFILE, ENFILE: remedy
        default: "Mend that and run this again"
        }
    }
}
