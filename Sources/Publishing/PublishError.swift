import Support

/// Why a site could not be published or checked, in words for the operator: where, what, and how to mend it.
public struct PublishError: FaultError, Sendable, Equatable {
    /// The kind of failure. Each kind belongs to one exit code of sysexits.
    public enum Kind: Sendable, Equatable {
        /// The disk refuses: permissions, no space, or a link in the place of a folder (73, EX_CANTCREAT).
        case cannotWrite
        /// A file or folder that no build wrote is in the way (73, EX_CANTCREAT).
        case foreign
        /// Another build is at work on the same output (75, EX_TEMPFAIL).
        case locked
        /// The site to be checked cannot be read (66, EX_NOINPUT).
        case cannotRead
        /// The caller asked for a file that no site can have (70, EX_SOFTWARE, unless the caller knows whose input it was).
        case badPath
    }

    public let kind: Kind
    public let fault: Fault

    /// - Parameter place: the file or folder, in the form that the operator knows.
    public init(_ kind: Kind, at place: String, _ what: String, remedy: String) {
        self.kind = kind
        fault = Fault(place: place, what: what, remedy: remedy)
    }
}

extension PublishError {
    /// An error for a refusal of the disk at `place`.
    init(_ error: Errno, at place: String, doing: String) {
        self.init(.cannotWrite, at: place, "cannot \(doing): \(error.words)", remedy: error.remedy)
    }
}

extension PublishError {
    /// Runs `work`, and adds the place to an error of the disk.
    @discardableResult
    static func naming<Result>(
        _ place: @autoclosure () -> String, _ doing: String, _ work: () throws(Errno) -> Result
    ) throws(PublishError) -> Result {
        do throws(Errno) {
            return try work()
        } catch {
            throw PublishError(error, at: place(), doing: doing)
        }
    }
}
