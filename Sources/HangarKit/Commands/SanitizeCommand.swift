import HTMLSanitizer
import TemplateEngine

/// `hangar sanitize`: untrusted HTML on standard input, safe HTML on standard output.
public struct SanitizeCommand: Sendable {
    /// Takes one JSON string a line and answers each with one JSON string a line, at once; `null` for what cannot be sanitized.
    public var readsLines = false

    public init() {}

    public func run(_ edge: Edge) throws(Failure) {
        if readsLines { sanitizeLines(edge) } else { try sanitizeAll(edge) }
    }

    private func sanitizeAll(_ edge: Edge) throws(Failure) {
        var input: [UInt8] = []
        while let line = edge.readLine() { input += line + [UInt8(ascii: "\n")] }
        do {
            let sanitized = try Sanitizer().sanitize(input)
            edge.console.print(sanitized.html)
        } catch {
            throw Failure(.badData, at: "standard input", error.description)
        }
    }

    private func sanitizeLines(_ edge: Edge) {
        let sanitizer = Sanitizer()
        var number = 0
        while let line = edge.readLine() {
            number += 1
            do throws(LineFault) {
                let sanitized = try sanitize(line, sanitizer)
                edge.console.writeOutput(Value.text(sanitized.html).json(pretty: false) + [UInt8(ascii: "\n")])
            } catch {
                edge.console.report(Diagnostic(.error, at: "standard input:\(number)", error.what))
                edge.console.print("null")
            }
        }
    }

    private struct LineFault: Error {
        let what: String
    }

    private func sanitize(_ line: [UInt8], _ sanitizer: Sanitizer) throws(LineFault) -> SanitizedHTML {
        let value: Value
        do { value = try Value(json: line) } catch {
            throw LineFault(what: "\(error.what). Write each fragment as one JSON string on a line of its own.")
        }
        guard case .text(let html) = value else {
            throw LineFault(what: "this is not a JSON string. Write each fragment as one JSON string on a line of its own.")
        }
        do { return try sanitizer.sanitize(html) } catch { throw LineFault(what: error.description) }
    }
}
