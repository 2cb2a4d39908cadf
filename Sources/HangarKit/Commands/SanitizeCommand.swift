import ArgumentParser
import HTMLSanitizer
import TemplateEngine

/// Reads untrusted HTML from standard input and writes safe HTML to standard output.
public struct SanitizeCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "sanitize",
        abstract: "Reads untrusted HTML or plain text on standard input and writes safe HTML.")

    /// Each answer is written before the next line is read.
    @Flag(help: "Takes one JSON string a line and answers each with one JSON string a line, or null.")
    var lines = false

    public init() {}

    /// - Throws: a ``Failure`` with status 65 when the text is too long. With `--lines` the line is reported instead.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        if lines { try sanitizeLines(environment) } else { try sanitizeAll(environment) }
    }

    private func sanitizeAll(_ environment: CommandEnvironment) throws(Failure) {
        let sanitizer = Sanitizer()
        let limit = sanitizer.policy.limits.bytes
        var input: [UInt8] = []
        while true {
            let bytes = try environment.readInput()
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
        try environment.console.print(sanitized.html)
    }

    private func sanitizeLines(_ environment: CommandEnvironment) throws(Failure) {
        let sanitizer = Sanitizer()
        // JSON takes at most six bytes for one byte, as in "\u0041".
        let limit = 6 * sanitizer.policy.limits.bytes + 2
        var lines = LineReader(environment, limit: limit)
        var number = 0
        while let line = try lines.next() {
            number += 1
            let answer: [UInt8]
            do throws(Failure) {
                answer = try sanitize(line, sanitizer, limit: limit, at: "standard input:\(number)")
            } catch {
                for diagnostic in error.diagnostics { environment.console.report(diagnostic) }
                answer = Array("null".utf8)
            }
            try environment.console.writeOutput(answer + [UInt8(ascii: "\n")])
        }
    }

    private func sanitize(_ line: LineReader.Line, _ sanitizer: Sanitizer, limit: Int, at place: String) throws(Failure) -> [UInt8] {
        let bytes: [UInt8]
        switch line {
        case .whole(let whole): bytes = whole
        case .tooLong(let count):
            throw Failure(.badData, at: place, "the line is \(count) bytes long, and the limit is \(limit)", remedy: "Shorten it.")
        }
        let remedy = "Write each fragment as one JSON string on a line of its own."
        let value: TemplateValue
        do { value = try TemplateValue(json: bytes) } catch {
            throw Failure(.badData, at: "\(place):\(error.column)", error.what, remedy: remedy)
        }
        guard case .text(let html) = value else {
            throw Failure(.badData, at: "\(place):1", "this is not a JSON string", remedy: remedy)
        }
        do { return TemplateValue.text(try sanitizer.sanitize(html).html).json(pretty: false) } catch {
            throw Failure(.badData, [Diagnostic(error, at: place)])
        }
    }
}

/// Divides standard input into lines. It returns each line as soon as it is complete.
private struct LineReader {
    enum Line: Equatable {
        /// A line without its line feed.
        case whole([UInt8])
        /// A line longer than the limit. Its content is discarded.
        case tooLong(bytes: Int)
    }

    private let readInput: @Sendable () throws(Failure) -> [UInt8]
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Parameter limit: the maximum number of bytes of a kept line. A longer line does not fill the memory.
    init(_ environment: CommandEnvironment, limit: Int) {
        readInput = environment.readInput
        self.limit = limit
    }

    /// The next line. It is nil at the end.
    mutating func next() throws(Failure) -> Line? {
        var dropped = 0
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return line(start..<end, dropped: dropped)
            }
            if isAtEnd {
                guard start < buffer.count || dropped > 0 else { return nil }
                defer { start = buffer.count }
                return line(start..<buffer.count, dropped: dropped)
            }
            buffer.removeFirst(start)
            start = 0
            if buffer.count > limit {
                dropped += buffer.count
                buffer.removeAll(keepingCapacity: true)
            }
            searched = buffer.count
            let bytes = try readInput()
            if bytes.isEmpty { isAtEnd = true } else { buffer += bytes }
        }
    }

    private func line(_ range: Range<Int>, dropped: Int) -> Line {
        let bytes = dropped + range.count
        return bytes > limit ? .tooLong(bytes: bytes) : .whole(Array(buffer[range]))
    }
}
