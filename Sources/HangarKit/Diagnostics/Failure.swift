/// A command that did not do its work: why, and the status it exits with.
public struct Failure: Error, Sendable, Equatable {
    public let status: ExitStatus
    public let diagnostics: [Diagnostic]

    public init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.status = status
        self.diagnostics = diagnostics
    }

    public init(_ status: ExitStatus, at place: String = "", _ what: String, remedy: String = "") {
        self.init(status, [Diagnostic(.error, at: place, what, remedy: remedy)])
    }
}

/// The exit codes of the command, after BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case cannotWrite = 73
    case tryAgainLater = 75
    case configuration = 78
}
