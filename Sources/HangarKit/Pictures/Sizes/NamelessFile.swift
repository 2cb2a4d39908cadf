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
        var template = Array((folder + "/.size-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .last }
        unlink(template)
        // Another program that is started at this moment would keep it open for its own lifetime, and no longer.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
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
