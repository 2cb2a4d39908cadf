import TemplateEngine

/// A file of words in one form: each key on lines of its own, in alphabetical order, without comments. Two files of words are compared in it.
public struct WordsExcerpt: Sendable {
    /// The number of keys.
    public let count: Int
    /// The words as YAML.
    public let text: String

    /// - Parameter other: a file of words whose keys are wanted alone. Nil for all.
    public init(_ file: Theme.File, keysOf other: Theme.File? = nil) {
        let wanted = other.map { Set(WordsFile($0).messages.map(\.key)) }
        let messages = WordsFile(file).messages.filter { wanted?.contains($0.key) ?? true }.sorted { $0.key < $1.key }
        count = messages.count
        text = messages.map { "\($0.key):" + Self.lines($0.form, indentation: "  ") }.joined()
    }

    private static func lines(_ form: MessageForm, indentation: String) -> String {
        switch form {
        case .text(let text): " \"\(text.text.replacing("\u{A0}", with: "\\_").replacing("\n", with: "\\n"))\"\n"
        case .choice(let kind, let by, let cases):
            "\n\(indentation)\(kind.rawValue): \(by.text)\n"
                + cases.map { "\(indentation)\($0.name.text):" + lines($0.form, indentation: indentation + "  ") }.joined()
        }
    }
}
