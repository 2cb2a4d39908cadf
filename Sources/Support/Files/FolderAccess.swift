#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

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
            guard fchown(descriptor, owner, own.group == access.group ? gid_t.max : access.group) == 0 else { throw .last }
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
