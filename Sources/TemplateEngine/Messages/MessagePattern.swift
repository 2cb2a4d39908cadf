import Language
import Support

/// A parsed message.
indirect enum MessagePattern: Sendable {
    case text(String)
    /// A value with its filters.
    case value(Path, [FilterCall])
    case sequence([MessagePattern])
    case choice(Choice)

    /// It is an object because a copy of its parts would cost more than writing the form.
    final class Choice: Sendable {
        let kind: MessageChoiceKind
        let by: Path
        /// The language of the words, which decides the categories of numbers.
        let language: Language
        /// The forms with their names. A choice has few of them.
        let cases: [(name: String, pattern: MessagePattern)]
        /// Whether a form is for one number alone.
        private let namesNumbers: Bool

        init(kind: MessageChoiceKind, by: Path, language: Language, cases: [(name: String, pattern: MessagePattern)]) {
            self.kind = kind
            self.by = by
            self.language = language
            self.cases = cases
            namesNumbers = cases.contains { Int($0.name) != nil }
        }

        /// The form for a value. Nil when there is none.
        func pattern(for value: TemplateValue) -> MessagePattern? {
            let own: MessagePattern? =
                switch value {
                case .text(let text), .number(let text): pattern(named: text)
                case .integer(let number): namesNumbers ? pattern(named: String(number)) : nil
                case .bool(let flag): pattern(named: flag ? "true" : "false")
                case .null, .html, .list, .object, .message: nil
                }
            if let own { return own }
            let category: PluralCategory? =
                switch (kind, value) {
                case (.plural, .integer(let number)): language.pluralCategory(of: number)
                case (.plural, .number(let digits)): language.pluralCategory(of: digits)
                case (.ordinal, .integer(let number)): language.ordinalCategory(of: number)
                default: nil
                }
            return category.flatMap { pattern(named: $0.rawValue) } ?? pattern(named: PluralCategory.other.rawValue)
        }

        private func pattern(named name: String) -> MessagePattern? {
            for form in cases where form.name == name { return form.pattern }
            return nil
        }
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

    /// Writes the parts of the message's text, one after the other.
    ///
    /// - Parameter value: the value of a path.
    func write(_ messages: Messages, value: (Path) -> TemplateValue, to output: (String) -> Void) {
        switch self {
        case .text(let literal): output(literal)
        case .value(let path, let filters):
            var found = value(path)
            if !filters.isEmpty { found = messages.resolving(found) }
            for filter in filters { found = filter.apply(to: found, messages.language) }
            messages.write(found, to: output)
        case .sequence(let parts): for part in parts { part.write(messages, value: value, to: output) }
        case .choice(let choice): choice.pattern(for: value(choice.by))?.write(messages, value: value, to: output)
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
            let sign = rest[brace]
            let after = rest[rest.index(after: brace)...]
            if after.first == sign {
                literal.append(sign)
                rest = after.dropFirst()
                continue
            }
            let offset = text.distance(from: text.startIndex, to: brace)
            guard sign == "{" else {
                throw SyntaxError(what: "this '}' closes nothing", remedy: "Write '}}' for a brace in the text", offset: offset)
            }
            guard let end = after.firstIndex(of: "}") else {
                throw SyntaxError(
                    what: "this '{' is not closed", remedy: "Write '}' after the name of the value, or '{{' for a brace in the text",
                    offset: offset)
            }
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = ""
            do throws(VariableContent.SyntaxError) {
                let content = try VariableContent(parsing: String(after[..<end].trimmingSpace))
                parts.append(.value(content.path, content.filters))
            } catch {
                throw SyntaxError(
                    what: error.what, remedy: error.remedy.replacing("{{", with: "{").replacing("}}", with: "}"), offset: offset)
            }
            rest = after[after.index(after: end)...]
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
