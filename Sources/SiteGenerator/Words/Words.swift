import Language
import Support
import TemplateEngine

/// The words of a site in its language, with those of other languages for the keys that it does not have.
///
/// A tag falls back along its parts and then to English: `de-AT`, `de`, `en`. For each of them the site's own file goes before the theme's.
struct Words {
    let messages: Messages
    /// The keys that come from another language than the site's, in alphabetical order.
    let missing: [String]
    /// The English words of the site that the theme does not have.
    let own: [MessageSource]
    /// Words that are not used because one of their forms has no text.
    let blankForms: [TemplateError]

    /// - Parameter language: a BCP 47 language tag.
    /// - Throws: the mistakes of all files: their form, plural forms, keys and values that English does not have.
    init(_ theme: Theme, language: String) throws(TemplateErrors) {
        var errors: [TemplateError] = []
        var english: [String: MessageSource] = [:]
        var merged: Messages?
        var own: Set<String> = []
        let tags = Self.tags(for: language)
        let files = theme.words.filter { file in tags.contains { file.path.lowercased() == Self.path(of: $0) } }.map(WordsFile.init)
        for tag in tags {
            var messages: [String: MessageSource] = [:]
            for file in files where file.path.lowercased() == Self.path(of: tag) {
                errors += file.errors
                for message in file.messages { messages[message.key] = message }
            }
            if tag == Self.base { english = messages }
            do throws(TemplateErrors) {
                let parsed = try Messages(messages.values.sorted { $0.key < $1.key }, language: .language(for: tag))
                if tag != Self.base || LanguageTag.isEnglish(language) { own.formUnion(messages.keys) }
                merged = merged.map { $0.falling(backTo: parsed) } ?? parsed.written(in: .language(for: language))
            } catch {
                errors += error.errors
            }
        }
        errors += Self.strangers(in: files, english: english) + WordsForms.missing(in: files) + ScriptWords.faults(in: files)
        guard errors.isEmpty, let merged else { throw TemplateErrors(errors, order: theme.words.map(\.origin)) }
        messages = merged
        missing = english.keys.filter { !own.contains($0) }.sorted()
        self.own = Self.own(in: files)
        blankForms = files.flatMap(WordsForms.blank)
    }

    /// Keys that English does not have, and values that the English words do not have: nothing would ever fill them in.
    private static func strangers(in files: [WordsFile], english: [String: MessageSource]) -> [TemplateError] {
        guard let place = files.firstIndex(where: { $0.path == path(of: base) }), files.count > 1 else { return [] }
        let values = Dictionary(files[place].messages.map { ($0.key, Set($0.form.valueNames)) }, uniquingKeysWith: { first, _ in first })
        var errors: [TemplateError] = []
        for (index, file) in files.enumerated() where index != place {
            for message in file.messages {
                if english[message.key] == nil {
                    let suggestion = NameSuggestion.nearest(to: message.key, among: english.keys.sorted()).map { "Did you mean '\($0)'?" }
                    errors.append(
                        TemplateError(
                            file: message.origin, at: message.form.place, what: "no page has words '\(message.key)'",
                            remedy: suggestion ?? "Take them out, or add the key to words/\(base).yml for a template of your own"))
                } else if let known = values[message.key] {
                    for value in message.form.valueNames where !known.contains(value) {
                        let suggestion = NameSuggestion.nearest(to: value, among: known.sorted()).map { "Did you mean '\($0)'?" }
                        errors.append(
                            TemplateError(
                                file: message.origin, at: message.form.place,
                                what: "the words '\(message.key)' have no value '\(value)' here",
                                remedy: suggestion
                                    ?? (known.isEmpty ? "They have none" : "Their values are \(known.sorted().joined(separator: ", "))")))
                    }
                }
            }
        }
        return errors
    }

    private static func own(in files: [WordsFile]) -> [MessageSource] {
        let english = files.filter { $0.path == path(of: base) }
        guard english.count > 1 else { return [] }
        let known = Set(english[0].messages.map(\.key))
        return english.dropFirst().flatMap(\.messages).filter { !known.contains($0.key) }
    }

    /// The language that has all keys.
    static let base = "en"

    static func path(of language: String) -> String { "words/\(language).yml" }

    /// The tags whose words are used, the nearest first: `de-at`, `de`, `en`.
    static func tags(for language: String) -> [String] {
        let tags = LanguageTag.fallbacks(of: language)
        return tags.contains(base) ? tags : tags + [base]
    }
}
