import Catalogue

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The right to write a site's snapshot, history and pictures. It is a lock on the site folder itself, so no file is left behind. The
/// kernel releases it when the process ends, however it ends.
enum SiteLock {
    /// - Throws: any error that `work` throws, or a ``Failure`` with status 75 while another process holds the lock.
    static func holding<Result>(
        _ site: SiteFolder, now: Timestamp, _ work: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let descriptor = open(site.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                .noInput, at: site.path, "cannot be opened: \(String(cString: strerror(errno)))",
                remedy: "Check the path and its permissions.")
        }
        defer { close(descriptor) }
        let signature = open(site.configurationPath, O_RDONLY | O_CLOEXEC)
        defer { if signature >= 0 { close(signature) } }
        // Some network file systems cannot lock folders. The run then continues without a lock.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            let holder = Holder(of: signature).map { " (process \($0.process), since \($0.since.rfc3339))" } ?? ""
            throw Failure(
                .tryAgainLater, at: site.path, "another fetch or update is at work on this site" + holder,
                remedy: "Try again when it is done.")
        }
        sign(signature, now)
        return try await work()
    }

    /// The process that holds a lock, and the time when it took the lock. The kernel keeps both as a shared lock on one byte of
    /// `hangar.yml`. The byte's number is the time. This note needs no file and disappears with its process.
    private struct Holder {
        let process: Int32
        let since: Timestamp

        /// Nil when the kernel does not give the holder. It does not when this process itself is the holder.
        init?(of descriptor: Int32) {
            var note = flock()
            note.l_type = Int16(F_WRLCK)
            note.l_whence = Int16(SEEK_SET)
            guard descriptor >= 0, fcntl(descriptor, F_GETLK, &note) == 0, note.l_type != Int16(F_UNLCK), note.l_pid > 0 else { return nil }
            process = note.l_pid
            since = Timestamp(secondsSince1970: Int(note.l_start))
        }
    }

    /// When the disk refuses this, later runs only know less about the holder.
    private static func sign(_ descriptor: Int32, _ now: Timestamp) {
        var note = flock()
        note.l_type = Int16(F_RDLCK)
        note.l_whence = Int16(SEEK_SET)
        note.l_start = off_t(now.secondsSince1970)
        note.l_len = 1
        _ = fcntl(descriptor, F_SETLK, &note)
    }
}
