import HTMLSanitizer
import TemplateEngine

/// `hangar sanitize`: untrusted HTML on standard input, safe HTML on standard output.
public struct SanitizeCommand: Sendable {
    /// Takes one JSON string a line and answers each with one JSON string a line, at once; `null` for what cannot be sanitized.
    public var readsLines = false

    public init() {}

    /// - Throws: a ``Failure`` with status 65 for a text that is too long; line by line there is none, the line is reported.
    public func run(_ edge: Edge) throws(Failure) {
        if readsLines { try sanitizeLines(edge) } else { try sanitizeAll(edge) }
    }

    private func sanitizeAll(_ edge: Edge) throws(Failure) {
        let sanitizer = Sanitizer()
        let limit = sanitizer.policy.limits.bytes
        var input: [UInt8] = []
        while true {
            let bytes = try edge.readInput()
            if bytes.isEmpty { break }
            input += bytes
            guard input.count <= limit else {
                throw Failure(.badData, at: "standard input", "the text is longer than the limit of \(limit) bytes", remedy: "Shorten it.")
            }
        }
        let sanitized: SanitizedHTML
        do { sanitized = try sanitizer.sanitize(input) } catch {
            throw Failure(.badData, [Diagnostic(error, at: "standard input")])
        }
        try edge.console.print(sanitized.html)
    }

    private func sanitizeLines(_ edge: Edge) throws(Failure) {
        let sanitizer = Sanitizer()
        // JSON takes six bytes for one at the most, as in "\u0041".
        let limit = 6 * sanitizer.policy.limits.bytes + 2
        var lines = LineReader(edge, limit: limit)
        var number = 0
        while let line = try lines.next() {
            number += 1
            let place = "standard input:\(number)"
            let result: Result<SanitizedHTML, LineFault> =
                switch line {
                case .whole(let bytes): sanitize(bytes, sanitizer, at: place)
                case .tooLong(let bytes):
                    .failure(
                        LineFault(
                            diagnostic: Diagnostic(
                                .error, at: place, "the line is \(bytes) bytes long, and the limit is \(limit)", remedy: "Shorten it.")))
                }
            switch result {
            case .success(let sanitized):
                try edge.console.writeOutput(Value.text(sanitized.html).json(pretty: false) + [UInt8(ascii: "\n")])
            case .failure(let fault):
                edge.console.report(fault.diagnostic)
                try edge.console.print("null")
            }
        }
    }

    private struct LineFault: Error {
        let diagnostic: Diagnostic
    }

    private func sanitize(_ line: [UInt8], _ sanitizer: Sanitizer, at place: String) -> Result<SanitizedHTML, LineFault> {
        func fault(_ what: String, column: Int) -> Result<SanitizedHTML, LineFault> {
            let remedy = "Write each fragment as one JSON string on a line of its own."
            return .failure(LineFault(diagnostic: Diagnostic(.error, at: "\(place):\(column)", what, remedy: remedy)))
        }
        let value: Value
        do { value = try Value(json: line) } catch { return fault(error.what, column: error.column) }
        guard case .text(let html) = value else { return fault("this is not a JSON string", column: 1) }
        do { return .success(try sanitizer.sanitize(html)) } catch {
            return .failure(LineFault(diagnostic: Diagnostic(error, at: place)))
        }
    }
}
