/// One thing that the operator should know: where, what, and how to mend it.
public struct Diagnostic: Sendable, Equatable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        case error
        case warning
        case note
    }

    public let severity: Severity
    /// `file:line:column`, a path, or a place inside a record; empty where there is none.
    public let place: String
    /// Without a full stop.
    public let what: String
    /// A sentence with its full stop; empty where there is nothing to do.
    public let remedy: String
    /// The line of the source that is meant, with a caret below the place; empty where there is none.
    public let excerpt: String

    public init(_ severity: Severity, at place: String = "", _ what: String, remedy: String = "", excerpt: String = "") {
        self.severity = severity
        self.place = place
        self.what = what
        self.remedy = remedy
        self.excerpt = excerpt
    }

    /// `hangar: error: WHERE: WHAT. HOW TO MEND IT`
    public var description: String {
        "hangar: \(severity.rawValue): " + (place.isEmpty ? "" : place + ": ") + what + (remedy.isEmpty ? "" : ". " + remedy)
            + (excerpt.isEmpty ? "" : "\n" + excerpt)
    }
}
