/// A look at each change just before it is made to the disk. Normally nobody looks; a test throws at the k-th change and so stops
/// a build at every point where a kill or a failing disk could.
struct Checkpoint: Sendable {
    var before: (@Sendable (_ change: String, _ name: String) throws(Errno) -> Void)?

    static let none = Checkpoint(before: nil)

    @inline(__always)
    func pass(_ change: StaticString, _ name: UnsafePointer<CChar>) throws(Errno) {
        guard let before else { return }
        try before("\(change)", String(cString: name))
    }
}
