import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A time by the clock of a file system.
///
/// The clock advances in ticks of some milliseconds, or of two seconds on some disks. If a file changes twice within one tick, the second
/// change does not show. A state therefore proves a content only under two conditions: the content was read after the state, and the clock
/// had by then passed the state's last change. Each later change then has a later time.
struct FileSystemTimestamp: Sendable {
    let device: UInt64
    /// In nanoseconds since 1970, like `FileState.changed`.
    let time: Int

    /// Whether a change at or after this time would show in the state of the file.
    func isAfter(_ state: FileState) -> Bool { state.device == device && state.changed < time }
}

extension BuildLock {
    /// The time that a change would get now.
    func now() throws(Errno) -> FileSystemTimestamp {
        // Setting the permissions that the lock file already has updates its time of change. It does not change the time since which the
        // lock is held. Another member of the group may own the file, and then only writing to it updates that time.
        if fchmod(descriptor, try status().permissions) != 0 { try sign() }
        let state = try status().state
        return FileSystemTimestamp(device: state.device, time: state.changed)
    }

    /// Waits until the clock has passed `time`. Nil when that takes too long, because the ticks of that disk are not worth waiting for.
    func timestamp(after time: Int) throws(Errno) -> FileSystemTimestamp? {
        for tick in 0..<BuildLock.ticks {
            // Linux gives a finer time to a change that follows a look at the file, so the second try often succeeds without a wait.
            if tick > 1 { usleep(BuildLock.tick) }
            let now = try now()
            if now.time > time { return now }
        }
        return nil
    }

    /// In microseconds.
    private static let tick: UInt32 = 1_000
    private static let ticks = 25
}
