#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Folder {
    /// Moves in one atomic step, over what is there.
    func move(_ name: UnsafePointer<CChar>, to folder: Folder, _ newName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("move", newName)
        guard renameat(descriptor, name, folder.descriptor, newName) == 0 else { throw .last }
    }

    /// Moves in one atomic step, and fails with `EEXIST` when something is there.
    func moveNew(_ name: UnsafePointer<CChar>, to folder: Folder, _ newName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("move", newName)
        do throws(Errno) {
            try Folder.rename(.noReplace, from: self, name, to: folder, newName)
        } catch {
            guard Folder.cannotRename.contains(error.code) else { throw error }
            // Without the kernel's help a look must do: the gap is microseconds, and only a person could fill it.
            if try folder.status(newName) != nil { throw Errno(code: EEXIST) }
            guard renameat(descriptor, name, folder.descriptor, newName) == 0 else { throw .last }
        }
    }

    /// Exchanges two names in one atomic step; both must exist.
    func exchange(_ name: UnsafePointer<CChar>, with folder: Folder, _ otherName: UnsafePointer<CChar>) throws(Errno) {
        try disk.pass("exchange", otherName)
        try Folder.rename(.exchange, from: self, name, to: folder, otherName)
    }

    /// True when a move from here to `folder` stays on one mount. The kernel compares the mounts before it looks for the names,
    /// so that asking to move nothing onto nothing tells, and changes nothing.
    func canMove(to folder: Folder) throws(Errno) -> Bool {
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

        // Swift's view of Glibc hides renameat2 (it is declared for _GNU_SOURCE only) and Musl had none for long: it is looked up at run time.
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
