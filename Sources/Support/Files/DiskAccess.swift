/// How changes reach the disk: a value, so that a test can stop a build at every point where a kill or a failing disk could, by throwing
/// before the k-th change.
package struct DiskAccess: Sendable {
    /// Called just before each change with its name and that of the file; normally nobody looks.
    package var before: (@Sendable (_ change: String, _ name: String) throws(Errno) -> Void)?
    /// Whether to wait, where it matters, until the disk has what was written. Thousands of small test builds do without.
    package var waits: Bool
    /// The name of the time since the system was started, nil where there is none.
    package var session: @Sendable () -> String?

    package init(
        before: (@Sendable (_ change: String, _ name: String) throws(Errno) -> Void)? = nil, waits: Bool = true,
        session: @escaping @Sendable () -> String? = BootSession.name
    ) {
        self.before = before
        self.waits = waits
        self.session = session
    }

    package static let direct = DiskAccess()

    @inline(__always)
    package func pass(_ change: StaticString, _ name: UnsafePointer<CChar>) throws(Errno) {
        guard let before else { return }
        try before("\(change)", String(cString: name))
    }
}
