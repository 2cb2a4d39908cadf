/// A key that stands twice in one mapping of `hangar.yml`. The parser gives the place of the first alone.
struct DuplicateKey {
    private let key: String
    private let first: (line: Int, column: Int)
    /// The place of the second. Nil when it is not found, as in a mapping in braces over several lines.
    private let second: (line: Int, column: Int)?

    /// - Parameters:
    ///   - line: the line of the first, counted from 1, as columns are.
    ///   - text: the whole file.
    init(_ key: String, line: Int, column: Int, in text: String) {
        self.key = key
        first = (line, column)
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard lines.indices.contains(line - 1) else {
            second = nil
            return
        }
        let before = lines[line - 1].prefix(column - 1)
        // A key that begins its line is of a mapping by indentation. Its second has the same indentation, and nothing else does.
        if before.allSatisfy({ $0 == " " }) {
            let index = lines.indices.dropFirst(line).first {
                lines[$0].hasPrefix(before) && Self.begins(lines[$0].dropFirst(column - 1), key)
            }
            second = index.map { ($0 + 1, column) }
        } else {
            let rest = lines[line - 1].dropFirst(column)
            let start = rest.indices.first { Self.begins(rest[$0...], key) && !(rest[..<$0].last?.isLetter ?? true) }
            second = start.map { (line, lines[line - 1].distance(from: lines[line - 1].startIndex, to: $0) + 1) }
        }
    }

    private static func begins(_ text: Substring, _ key: String) -> Bool {
        [key, "\"\(key)\"", "'\(key)'"].contains { form in
            text.hasPrefix(form) && text.dropFirst(form.count).first { $0 != " " } == ":"
        }
    }

    func diagnostic(_ file: String) -> Diagnostic {
        guard let second else {
            return Diagnostic(
                .error, at: "\(file):\(first.line):\(first.column)", "the key \"\(key)\" stands more than once", remedy: "Keep one of them."
            )
        }
        let elsewhere = second.line == first.line ? "before in this line" : "in line \(first.line) too"
        return Diagnostic(
            .error, at: "\(file):\(second.line):\(second.column)", "the key \"\(key)\" stands \(elsewhere)", remedy: "Keep one of them.")
    }
}
