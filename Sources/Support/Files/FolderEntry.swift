#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One name in a folder. Its bytes are kept unchanged (ending in 0), because a foreign name need not be UTF-8.
package struct FolderEntry: Sendable {
    package let name: [CChar]
    package let kind: FileStatus.Kind

    package var text: String { name.text }
}

extension [CChar] {
    /// A name or path of the disk (its bytes and a 0) as text for people. Invalid UTF-8 is replaced.
    package var text: String { String(decoding: prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
}

extension UnsafeMutablePointer<dirent> {
    /// The name in a record of a folder, with its 0. The record, and the memory that may be read, end directly after it, so the whole of `d_name`
    /// must not be copied.
    var name: [CChar] {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [0] }
        let start = UnsafeRawPointer(self).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
    }
}

extension Folder {
    /// All names in the folder except `.` and `..`, in the order of the disk.
    package func entries() throws(Errno) -> [FolderEntry] {
        // Uses a separate descriptor, because the read position belongs to the open folder and closedir closes the descriptor.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .last }
        guard let stream = fdopendir(copy) else {
            let error = Errno.last
            close(copy)
            throw error
        }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw .last }
                return entries
            }
            let name = entry.name
            if name == [46, 0] || name == [46, 46, 0] { continue }
            entries.append(FolderEntry(name: name, kind: try kind(of: name, type: entry.pointee.d_type)))
        }
    }

    private func kind(of name: [CChar], type: UInt8) throws(Errno) -> FileStatus.Kind {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): try status(name)?.kind ?? .other
        default: .other
        }
    }

    /// Removes `name` and all its contents. Links are removed, not followed. A missing name is not an error.
    package func removeTree(_ name: UnsafePointer<CChar>) throws(Errno) {
        guard let status = try status(name) else { return }
        guard status.kind == .folder else { return try removeFile(name) }
        let folder = try folder(name)
        // A folder of others that was linked into a tree may be closed even to its owner.
        if status.permissions & 0o700 != 0o700 { try folder.setPermissions(0o700) }
        for entry in try folder.entries() {
            if entry.kind == .folder { try folder.removeTree(entry.name) } else { try folder.removeFile(entry.name) }
        }
        try removeFolder(name)
    }
}
