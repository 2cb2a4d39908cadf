#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Read access to the disk. It is a value so that a test can read from another source.
public struct FileAccess: Sendable {
    public enum Kind: Sendable {
        case file
        case folder
        /// A named pipe, a socket or a device. Reading it may never end.
        case other
        /// Nobody knows: a folder on the way lets this user not look into it.
        case barred
    }

    /// The kind of file or folder at a path. Links are followed. Nil when there is nothing.
    public var kind: @Sendable (String) -> Kind?
    public var contents: @Sendable (String) throws(InputError) -> [UInt8]
    /// The first bytes of a file, as many as are asked for if it has so many.
    public var head: @Sendable (String, Int) throws(InputError) -> [UInt8]
    /// The names in a folder, in any order.
    public var names: @Sendable (String) throws(InputError) -> [String]

    public init(
        kind: @escaping @Sendable (String) -> Kind?,
        contents: @escaping @Sendable (String) throws(InputError) -> [UInt8],
        names: @escaping @Sendable (String) throws(InputError) -> [String]
    ) {
        self.kind = kind
        self.contents = contents
        self.names = names
        head = { (path, count) throws(InputError) in Array(try contents(path).prefix(count)) }
    }

    /// The contents of a file that is kept in a folder. A named pipe or a device in its place would be waited for without end, so it is an
    /// error.
    public func keptContents(_ path: String) throws(InputError) -> [UInt8] {
        try requireEnd(path)
        return try contents(path)
    }

    /// The first bytes of such a file.
    public func keptHead(_ path: String, _ count: Int) throws(InputError) -> [UInt8] {
        try requireEnd(path)
        return try head(path, count)
    }

    private func requireEnd(_ path: String) throws(InputError) {
        guard kind(path) != .other else {
            throw InputError(
                place: path, what: "is a pipe, a socket or a device, and not a file", remedy: "Put a file in its place, or remove it")
        }
    }

    public static let disk: FileAccess = {
        var disk = FileAccess(kind: diskKind, contents: diskContents, names: diskNames)
        disk.head = diskHead
        return disk
    }()
}

private func diskKind(_ path: String) -> FileAccess.Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == EACCES ? .barred : nil }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
}

private func diskContents(_ path: String) throws(InputError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw unreadable(path) }
    defer { fclose(file) }
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(fileno(file), &status) == 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        bytes.append(contentsOf: buffer[..<count])
        if count < buffer.count { break }
    }
    if ferror(file) != 0 { throw unreadable(path) }
    return bytes
}

private func diskHead(_ path: String, _ count: Int) throws(InputError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw unreadable(path) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let have = fread(&bytes, 1, count, file)
    if ferror(file) != 0 { throw unreadable(path) }
    bytes.removeLast(count - have)
    return bytes
}

private func diskNames(_ path: String) throws(InputError) -> [String] {
    guard let folder = opendir(path) else { throw unreadable(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) { names.append(entry.name.text) }
    return names
}

private func unreadable(_ path: String) -> InputError {
    InputError(
        place: path, what: "cannot be read: \(String(cString: strerror(errno)))", remedy: "Check the path and its permissions")
}
