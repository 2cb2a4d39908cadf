import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A time by the clock of a disk.
///
/// A clock goes in ticks (some milliseconds, on some disks two seconds), and a file that changes twice within one of them tells nothing of the second
/// change. So a state proves a content only if the content was seen after it was asked for, and the clock had by then gone on from the
/// state's last change: then each later change has a later time.
struct DiskMoment: Sendable {
    let device: UInt64
    /// As in `FileState.changed`.
    let time: Int

    /// Whether a change from this moment on would show in the state of the file.
    func isAfter(_ state: FileState) -> Bool { state.device == device && state.changed < time }
}

extension BuildLock {
    /// The time that a change now would get.
    func now() throws(Errno) -> DiskMoment {
        // The lock file gets the permissions that it has, which changes it in the disk's eyes but leaves alone the time since which it is held.
        guard fchmod(descriptor, BuildLock.permissions) == 0 else { throw .last }
        let state = try status().state
        return DiskMoment(device: state.device, time: state.changed)
    }

    /// Waits until the clock has gone on from `time`; nil where that takes longer than the ticks of a disk that is worth waiting for.
    func moment(after time: Int) throws(Errno) -> DiskMoment? {
        for _ in 0..<BuildLock.ticks {
            let now = try now()
            if now.time > time { return now }
            usleep(BuildLock.tick)
        }
        return nil
    }

    /// Microseconds.
    private static let tick: UInt32 = 1_000
    private static let ticks = 25
}
