#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The right to write a site's snapshot and history. It is held on the site folder itself, so that no file is left behind, and the kernel gives
/// it back when the process ends in whatever way.
enum SiteLock {
    /// - Throws: what `work` throws, or a ``Failure`` with status 75 while another process holds the lock.
    static func holding<Result>(_ folder: String, _ work: () async throws(Failure) -> Result) async throws(Failure) -> Result {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                .noInput, at: folder, "cannot be opened: \(String(cString: strerror(errno)))", remedy: "Check the path and its permissions."
            )
        }
        defer { close(descriptor) }
        // Some network file systems lock no folders. There the fetch goes on as it would without.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            throw Failure(.tryAgainLater, at: folder, "another fetch is at work on this site", remedy: "Try again when it is done.")
        }
        return try await work()
    }
}
