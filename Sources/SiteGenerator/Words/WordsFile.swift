import TemplateEngine
import Yams

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

    private let file: Theme.File
    private let lines: [Substring]

    var path: String { file.path }

    init(_ file: Theme.File) {
        self.file = file
        let text = String(decoding: file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...], as: UTF8.self)
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
        do {
            guard let root = try Yams.compose(yaml: text, .basic) else { return }
            readGroups(root)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            report(placed("", mark), problem, "Put a text with ':' or '{' in double quotes, and look at the indentation")
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            report(placed("", context.mark), "the key '\(keys.first ?? "")' is here twice", "Take one of them out")
        } catch {
            report(placed("", nil), "\(error)", "Write the file as YAML, like that of another language")
        }
    }

    private mutating func readGroups(_ root: Node) {
        guard case .mapping(let groups) = root else {
            report(placed("", root.mark), "this is not a list of groups", "Write groups of keys, each key with its text")
            return
        }
        for (group, keys) in groups {
            let name = text(of: group)
            if keys.isEmpty { continue }
            guard case .mapping(let keys) = keys else {
                report(placed(name, group.mark), "the group '\(name)' has no keys", "Write its keys below it, with deeper indentation")
                continue
            }
            for (key, value) in keys {
                if let form = form(value) {
                    messages.append(MessageSource(key: "\(name).\(text(of: key))", form: form, origin: file.origin))
                }
            }
        }
    }

    private mutating func form(_ node: Node) -> MessageForm? {
        switch node {
        // A key without a text is one that nobody has translated yet.
        case .scalar(let scalar): return node.isEmpty ? nil : .text(placed(scalar.string, scalar.mark))
        case .mapping(let mapping):
            let kinds = MessageChoiceKind.allCases.map(\.rawValue)
            guard let (key, by) = mapping.first(where: { kinds.contains(text(of: $0.key)) }),
                let kind = MessageChoiceKind(rawValue: text(of: key))
            else {
                report(
                    placed("", node.mark), "these forms do not say which value decides",
                    "Write 'plural: count', 'ordinal: rank' or 'select: kind' above them")
                return nil
            }
            var cases: [(name: PlacedText, form: MessageForm)] = []
            for (name, value) in mapping where text(of: name) != kind.rawValue {
                guard let form = form(value) else { return nil }
                cases.append((placed(text(of: name), name.mark), form))
            }
            return .choice(kind, by: placed(text(of: by), by.mark), cases: cases)
        case .sequence, .alias:
            report(placed("", node.mark), "a list is no text", "Write a text, or a form for each case")
            return nil
        }
    }

    private func text(of node: Node) -> String { node.scalar?.string ?? "" }

    private func placed(_ text: String, _ mark: Mark?) -> PlacedText {
        let line = mark?.line ?? 1
        return PlacedText(
            text, line: line, column: mark?.column ?? 1, sourceLine: lines.indices.contains(line - 1) ? String(lines[line - 1]) : "")
    }

    private mutating func report(_ place: PlacedText, _ what: String, _ remedy: String) {
        errors.append(TemplateError(file: file.origin, at: place, what: what, remedy: remedy))
    }
}

extension Node {
    /// Whether the node is null in YAML's core schema. The types of scalars are not resolved for that: it takes regular expressions, and all
    /// words are texts.
    fileprivate var isEmpty: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
