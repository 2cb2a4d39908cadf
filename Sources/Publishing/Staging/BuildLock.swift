import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The right to build into one output, held by an open file in the staging folder. The kernel releases it whenever and however the process
/// ends, so a lock never outlives its build.
final class BuildLock: Sendable {
    static let name = "lock"

    /// The holder of the lock.
    struct Holder: Equatable, Sendable {
        let process: String
        /// When the lock file was written, in UTC: `2026-03-01T08:15:00Z`.
        let since: String
    }

    enum Outcome {
        case held(BuildLock)
        case heldByOther(Holder)
        /// The staging folder was removed while the lock was being taken. Its holder has just finished.
        case gone
    }

    let descriptor: Int32
    /// Less the umask. It is open to the group, like the staging folder: another member may clear away after a killed build.
    private static let permissions: mode_t = 0o660

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    static func take(in staging: Folder, isCurrent: () throws(Errno) -> Bool) throws(Errno) -> Outcome {
        let descriptor = openat(staging.descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, permissions)
        guard descriptor >= 0 else {
            let error = Errno.last
            if error.code == ENOENT { return .gone }
            throw error
        }
        let lock = BuildLock(descriptor: descriptor)
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK else { throw .last }
            return .heldByOther(try lock.holder())
        }
        // The name may now belong to another file. This lock then locks nothing.
        guard let named = try staging.status(name), try lock.status().isSameFile(as: named), try isCurrent() else { return .gone }
        try lock.sign()
        return .held(lock)
    }

    func sign() throws(Errno) {
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else { throw .last }
    }

    private func holder() throws(Errno) -> Holder {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw .last }
        let process = String(decoding: buffer.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return Holder(process: process.isEmpty ? "unknown" : process, since: BuildLock.text(try status().state.modified / 1_000_000_000))
    }

    func status() throws(Errno) -> FileStatus {
        var raw = stat()
        guard fstat(descriptor, &raw) == 0 else { throw .last }
        return FileStatus(raw)
    }

    static func text(_ secondsSince1970: Int) -> String {
        var seconds = time_t(secondsSince1970)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
