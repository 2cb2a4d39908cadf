import Language
import Support
import TemplateEngine

/// What is missing in the words of a language, the file with which a new language begins, and the title with which a new site does.
public struct TranslationReport: Sendable {
    /// The keys that the language does not have, in alphabetical order.
    public let missing: [String]
    /// The number of keys of English.
    public let total: Int

    /// - Parameter language: a BCP 47 tag.
    /// - Throws: the mistakes of the files of words.
    public init(_ theme: Theme, language: String) throws(TemplateErrors) {
        let words = try Words(theme, language: language)
        missing = words.missing
        total = try Words(theme, language: Words.base).messages.keys.count
    }

    /// A title for a new site in the language: the heading of its home page.
    ///
    /// - Returns: nil for a language without words.
    /// - Throws: the mistakes of the files of words.
    public static func title(_ theme: Theme, language: String) throws(TemplateErrors) -> String? {
        let (words, key) = (try Words(theme, language: language), "home.heading")
        return words.missing.contains(key) ? nil : words.messages.text(TemplateMessage(FieldName(key)))
    }

    /// A file of words with all keys and without texts: the English stands beside each as a comment.
    ///
    /// Choices by number have the forms of the language. A key without a text counts as missing.
    public static func blankFile(_ theme: Theme, language: String) -> String {
        let forms = Language.language(for: language)
        let others = theme.words.map(\.path).filter { $0 != Words.path(of: Words.base) }
        let known = LanguageTag.fallbacks(of: language).first { others.contains(Words.path(of: $0)) }
        let source = known.map { "the theme's own of '\($0)', and what those lack from English" } ?? "English"
        var text = """
            # The words of the site in the language '\(language)'. A key without a text, or with a form without one, is taken from \(source).
            # Plural forms: \(forms.pluralCategories.map(\.rawValue).joined(separator: ", ")); ordinal forms: \
            \(forms.ordinalCategories.map(\.rawValue).joined(separator: ", ")).

            """
        var group = ""
        for message in english(theme) {
            let parts = message.key.split(separator: ".", maxSplits: 1).map(String.init)
            if parts[0] != group { text += "\n\(parts[0]):\n" }
            group = parts[0]
            append(parts[1], message.form, forms, indentation: "  ", to: &text)
        }
        return text
    }

    /// The English words of a theme, each key once. Those of a site stand in the place of the built-in ones, and new ones at the end of
    /// their group.
    private static func english(_ theme: Theme) -> [MessageSource] {
        var messages: [MessageSource] = []
        for file in theme.words where file.path == "words/\(Words.base).yml" {
            for message in WordsFile(file).messages {
                let group = message.key.prefix { $0 != "." } + "."
                if let place = messages.firstIndex(where: { $0.key == message.key }) {
                    messages[place] = message
                } else if let last = messages.lastIndex(where: { $0.key.hasPrefix(group) }) {
                    messages.insert(message, at: last + 1)
                } else {
                    messages.append(message)
                }
            }
        }
        return messages
    }

    private static func append(_ name: String, _ form: MessageForm, _ language: Language, indentation: String, to text: inout String) {
        switch form {
        case .text(let english): text += "\(indentation)\(name): # \(quoted(english.text))\n"
        case .choice(let kind, let by, let cases):
            text += "\(indentation)\(name):\n\(indentation)  \(kind.rawValue): \(by.text)\n"
            let categories =
                switch kind {
                case .plural: language.pluralCategories
                case .ordinal: language.ordinalCategories
                case .select: [PluralCategory]()
                }
            let english = Set(PluralCategory.allCases.map(\.rawValue))
            for (name, form) in cases where kind == .select || !english.contains(name.text) {
                append(name.text, form, language, indentation: indentation + "  ", to: &text)
            }
            for category in categories {
                let own = cases.first { $0.name.text == category.rawValue } ?? cases.last
                guard let own else { continue }
                append(category.rawValue, own.form, language, indentation: indentation + "  ", to: &text)
            }
        }
    }

    private static func quoted(_ text: String) -> String { "\"\(text.replacing("\u{A0}", with: "\\_"))\"" }
}
