import Support
import TemplateEngine
import YAML

/// One file of words in YAML: groups of keys, each with a text or with the forms of a choice.
///
/// ```yaml
/// craft:
///   siblings_heading: "Other {configuration} near it in the register"
/// craft_list:
///   heading:
///     plural: count
///     one: "The one in the register"
///     other: "All {count} in the register"
/// ```
struct WordsFile {
    private(set) var messages: [MessageSource] = []
    private(set) var errors: [TemplateError] = []
    /// The forms without a text of words whose other forms have one. Such words count as not there.
    private(set) var blankForms: [(key: String, form: PlacedText)] = []

    private let file: Theme.File
    private let lines: [Substring]

    var path: String { file.path }
    var origin: String { file.origin }

    init(_ file: Theme.File) {
        let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
        if let offset = UTF8Text.firstInvalidByte(in: bytes) {
            self.init(plain: file)
            let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
            report(PlacedText("", line: line, column: 1, sourceLine: ""), "this line is not UTF-8", "Save the file as UTF-8")
            return
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let plain = Self.plain(file, text) { self = plain } else { self.init(file, text) }
    }

    /// Nil for a file that is not written plainly, and for one with mistakes.
    private static func plain(_ file: Theme.File, _ text: String) -> WordsFile? {
        guard let root = PlainWordsReader.read(text) else { return nil }
        var words = WordsFile(plain: file)
        words.readGroups(root)
        return words.errors.isEmpty ? words : nil
    }

    private init(plain file: Theme.File) {
        self.file = file
        lines = []
    }

    /// Reads any YAML.
    init(_ file: Theme.File, _ text: String) {
        self.file = file
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
        do throws(YAMLError) {
            guard let root = try Node.document(text) else { return }
            readGroups(node(root))
        } catch {
            switch error {
            case .syntax(let problem, let mark):
                report(placed("", mark), problem, "Put a text with ':' or '{' in double quotes, and look at the indentation")
            case .duplicateKey(let key, let first, _):
                report(placed("", first), "the key '\(key)' is here twice", "Take one of them out")
            case .unreadable(let problem):
                report(placed("", nil), problem, "Write the file as YAML, like that of another language")
            }
        }
    }

    private mutating func readGroups(_ root: WordsNode) {
        guard case .map(let groups, _) = root else {
            report(root.place, "this is not a list of groups", "Write groups of keys, each key with its text")
            return
        }
        for (group, keys) in groups {
            if case .empty = keys { continue }
            guard case .map(let keys, _) = keys else {
                report(group, "the group '\(group.text)' has no keys", "Write its keys below it, with deeper indentation")
                continue
            }
            for (key, value) in keys {
                let name = group.text + "." + key.text
                if let form = form(value, of: name) {
                    messages.append(MessageSource(key: name, at: key, form: form, origin: file.origin))
                }
            }
        }
    }

    private mutating func form(_ node: WordsNode, of words: String) -> MessageForm? {
        switch node {
        case .empty: return nil
        case .text(let text): return .text(text)
        case .map(let entries, let place):
            guard let (key, value) = entries.first(where: { MessageChoiceKind(rawValue: $0.key.text) != nil }),
                let kind = MessageChoiceKind(rawValue: key.text)
            else {
                report(
                    place, "these forms do not say which value decides",
                    "Write 'plural: count', 'ordinal: rank' or 'select: kind' above them")
                return nil
            }
            var cases: [(name: PlacedText, form: MessageForm)] = []
            var blanks: [PlacedText] = []
            let known = (errors.count, blankForms.count)
            for (name, value) in entries where name.text != kind.rawValue {
                if let form = form(value, of: words) { cases.append((name, form)) } else { blanks.append(name) }
            }
            if blanks.isEmpty { return .choice(kind, by: value.place, cases: cases) }
            if !cases.isEmpty, known == (errors.count, blankForms.count) { blankForms += blanks.map { (words, $0) } }
            return nil
        case .other(let place):
            report(place, "a list is no text", "Write a text, or a form for each case")
            return nil
        }
    }

    private func node(_ node: Node) -> WordsNode {
        switch node.content {
        case .scalar(let text, _): node.isNull ? .empty(place: placed(text, node.mark)) : .text(placed(text, node.mark))
        case .mapping(let pairs):
            .map(pairs.map { (placed($0.key.scalar ?? "", $0.key.mark), self.node($0.value)) }, place: placed("", node.mark))
        case .sequence: .other(place: placed("", node.mark))
        }
    }

    private func placed(_ text: String, _ mark: Mark?) -> PlacedText {
        let line = mark?.line ?? 1
        return PlacedText(
            text, line: line, column: mark?.column ?? 1, sourceLine: lines.indices.contains(line - 1) ? String(lines[line - 1]) : "")
    }

    private mutating func report(_ place: PlacedText, _ what: String, _ remedy: String) {
        errors.append(TemplateError(file: file.origin, at: place, what: what, remedy: remedy))
    }
}
