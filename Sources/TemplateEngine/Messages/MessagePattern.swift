import Language
import Support

/// A parsed message.
indirect enum MessagePattern: Sendable {
    case text(String)
    /// A value with its filters.
    case value(Path, [FilterCall])
    case sequence([MessagePattern])
    case choice(Choice)

    struct Choice: Sendable {
        let kind: MessageChoiceKind
        let by: Path
        /// The language of the words, which decides the categories of numbers.
        let language: Language
        /// The forms with their names. A choice has few of them.
        let cases: [(name: String, pattern: MessagePattern)]
    }

    /// The parts of a sequence, or the pattern itself.
    var parts: [MessagePattern] {
        if case .sequence(let parts) = self { parts } else { [self] }
    }

    /// The text of a message without values. Nil for any other.
    var constant: String? {
        switch self {
        case .text(let text): text
        case .sequence(let parts) where parts.isEmpty: ""
        case .value, .sequence, .choice: nil
        }
    }

    /// The names of all values, each once, in the order of the text.
    var paths: [Path] {
        var paths: [Path] = []
        collect(into: &paths)
        return paths
    }

    private func collect(into paths: inout [Path]) {
        switch self {
        case .text: break
        case .value(let path, _): if !paths.contains(path) { paths.append(path) }
        case .sequence(let parts): for part in parts { part.collect(into: &paths) }
        case .choice(let choice):
            if !paths.contains(choice.by) { paths.append(choice.by) }
            for form in choice.cases.sorted(by: { $0.name < $1.name }) { form.pattern.collect(into: &paths) }
        }
    }
}

/// Reads the text of a message: `{count} craft`, `{date | date}`. Two braces stand for one.
struct MessageParser {
    struct SyntaxError: Error {
        let what: String
        let remedy: String
        /// The number of characters before the mistake.
        let offset: Int
    }

    static func valueNames(in text: String) -> [String] {
        do throws(SyntaxError) { return try parse(text).paths.map(\.description) } catch { return [] }
    }

    static func parse(_ text: String) throws(SyntaxError) -> MessagePattern {
        var parts: [MessagePattern] = []
        var literal = ""
        var rest = text[...]
        // Braces are bytes of ASCII, which stand in no other character.
        while let brace = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
            literal += rest[..<brace]
            let sign = rest.utf8[brace]
            let after = rest[rest.utf8.index(after: brace)...]
            if after.utf8.first == sign {
                literal += rest[brace..<after.startIndex]
                rest = after[after.utf8.index(after: after.startIndex)...]
                continue
            }
            func fault(_ what: String, _ remedy: String) -> SyntaxError {
                SyntaxError(what: what, remedy: remedy, offset: text.distance(from: text.startIndex, to: brace))
            }
            guard sign == UInt8(ascii: "{") else { throw fault("this '}' closes nothing", "Write '}}' for a brace in the text") }
            guard let end = after.utf8.firstIndex(of: UInt8(ascii: "}")) else {
                throw fault("this '{' is not closed", "Write '}' after the name of the value, or '{{' for a brace in the text")
            }
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = ""
            do throws(VariableContent.SyntaxError) {
                let content = try VariableContent(parsing: String(after[..<end].trimmingSpace))
                parts.append(.value(content.path, content.filters))
            } catch {
                throw fault(error.what, error.remedy.replacing("{{", with: "{").replacing("}}", with: "}"))
            }
            rest = after[after.utf8.index(after: end)...]
        }
        literal += rest
        if !literal.isEmpty || parts.isEmpty { parts.append(.text(literal)) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }
}

extension Substring {
    fileprivate var trimmingSpace: Substring {
        var trimmed = drop(while: \.isWhitespace)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return trimmed
    }
}
