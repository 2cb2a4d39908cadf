import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file without a name, that goes with the last process that has it open.
final class NamelessFile {
    let descriptor: Int32

    /// - Parameter folder: the folder on whose disk it is.
    init(in folder: String) throws(Errno) {
        // mkstemp would leave a moment in which another program that is started inherits the file.
        var opened: (path: String, descriptor: Int32)
        repeat {
            let path = folder + "/" + Self.namePrefix + String(UInt64.random(in: .min ... .max), radix: 16)
            opened = (path, open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
        } while opened.descriptor < 0 && (errno == EEXIST || errno == EINTR)
        guard opened.descriptor >= 0 else { throw .last }
        descriptor = opened.descriptor
        unlink(opened.path)
    }

    /// - Parameter descriptor: a file that is open for reading and writing. It is closed at the end.
    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The start of the name that it has for a moment. One that is seen later was left by a process that was killed then.
    static let namePrefix = ".size-"

    deinit { close(descriptor) }

    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Why the disk does not take so many bytes in this file. Nil when it takes them. What was in the file is lost, and it is empty in the end.
    func obstacle(to count: Int) -> Errno? {
        defer { ftruncate(descriptor, 0) }
        // A file system that compresses would take any number of the same bytes.
        var noise = Xorshift()
        var have = 0
        while have < count {
            let block = (0..<1 << 13).map { _ in noise.next() }
            let written = block.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, min($0.count, count - have), off_t(have)) }
            if written < 0, errno != EINTR { return .last }
            if written == 0 { return Errno(code: ENOSPC) }
            have += max(0, written)
        }
        return nil
    }

    /// The first bytes, wherever a program has left off in it.
    func contents(limit: Int) throws(Errno) -> [UInt8] {
        let wanted = min(size, limit)
        var bytes = [UInt8](repeating: 0, count: wanted)
        var have = 0
        while have < wanted {
            let count = bytes[have...].withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(have)) }
            if count == 0 { break }
            if count < 0, errno != EINTR { throw .last }
            have += max(0, count)
        }
        return Array(bytes[..<have])
    }
}

/// The generator xorshift64 (Marsaglia, 2003). Its numbers need not be unpredictable, but the same on every run.
private struct Xorshift {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
