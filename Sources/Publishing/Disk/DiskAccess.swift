/// How changes reach the disk: a value, so that a test can stop a build at every point where a kill or a failing disk could, by throwing
/// before the k-th change.
struct DiskAccess: Sendable {
    /// Called just before each change with its name and that of the file; normally nobody looks.
    var before: (@Sendable (_ change: String, _ name: String) throws(Errno) -> Void)?
    /// Whether to wait, where it matters, until the disk has what was written. Thousands of small test builds do without.
    var waits = true
    /// The name of the time since the system was started, nil where there is none.
    var session: @Sendable () -> String? = BootSession.name

    static let direct = DiskAccess()

    @inline(__always)
    func pass(_ change: StaticString, _ name: UnsafePointer<CChar>) throws(Errno) {
        guard let before else { return }
        try before("\(change)", String(cString: name))
    }
}
