/// A message for the operator: the place, the problem and the remedy.
public struct Diagnostic: Sendable, Equatable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        case error
        case warning
        case note
    }

    public let severity: Severity
    /// `file:line:column`, a path, or a place inside a record. It is empty if there is no place.
    public let place: String
    /// The problem without a full stop.
    public let what: String
    /// A sentence with its full stop. It is empty if the operator need not do anything.
    public let remedy: String
    /// The line of the source with a caret below the place. It is empty if there is none.
    public let excerpt: String

    public init(_ severity: Severity, at place: String = "", _ what: String, remedy: String = "", excerpt: String = "") {
        self.severity = severity
        self.place = place
        self.what = what
        self.remedy = remedy
        self.excerpt = excerpt
    }

    /// `hangar: error: WHERE: WHAT. HOW TO MEND IT`, always on one line, and the excerpt below it.
    public var description: String {
        let sentence = (place.isEmpty ? "" : place + ": ") + what + (remedy.isEmpty ? "" : ". " + remedy)
        let lines = excerpt.split(separator: "\n", omittingEmptySubsequences: false).map { Self.printable(String($0), keeping: "\t") }
        return "hangar: \(severity.rawValue): " + Self.printable(sentence) + (excerpt.isEmpty ? "" : "\n" + lines.joined(separator: "\n"))
    }

    /// Escapes control characters. File names and the source's texts may hold any characters, but the output must not break the line or
    /// control the terminal.
    private static func printable(_ text: String, keeping kept: Unicode.Scalar? = nil) -> String {
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != kept }) else { return text }
        return text.unicodeScalars.reduce(into: "") { printed, scalar in
            if scalar.properties.generalCategory == .control, scalar != kept {
                printed += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                printed.unicodeScalars.append(scalar)
            }
        }
    }
}

/// The most messages of one kind that a command writes without `--verbose`. Cron mails them, and nobody reads hundreds.
private let messageLimit = 20

extension [Diagnostic] {
    /// The first messages. The last of them counts those that are left out.
    func limited(_ severity: Diagnostic.Severity) -> [Diagnostic] {
        guard count > messageLimit else { return self }
        let rest = count - messageLimit + 1
        return prefix(messageLimit - 1) + [Diagnostic(severity, "and \(rest) more", remedy: "--verbose names them all.")]
    }
}
