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

    /// - Parameter language: a BCP 47 language tag.
    /// - Throws: the mistakes of all files: their form, plural forms, keys and values that English does not have.
    init(_ theme: Theme, language: String) throws(TemplateErrors) {
        var errors: [TemplateError] = []
        var english: [String: MessageSource] = [:]
        var merged: Messages?
        var own: Set<String> = []
        let tags = Self.tags(for: language)
        for tag in tags {
            var messages: [String: MessageSource] = [:]
            for file in theme.words where file.path == "words/\(tag).yml" {
                let read = WordsFile(file)
                errors += read.errors
                for message in read.messages { messages[message.key] = message }
            }
            if tag == Self.base { english = messages }
            do throws(TemplateErrors) {
                let parsed = try Messages(messages.values.sorted { $0.key < $1.key }, language: .language(for: tag))
                if tag != Self.base || tags.count == 1 { own.formUnion(messages.keys) }
                merged = merged.map { $0.falling(backTo: parsed) } ?? parsed.written(in: .language(for: language))
            } catch {
                errors += error.errors
            }
        }
        guard errors.isEmpty, let merged else { throw TemplateErrors(errors, order: theme.words.map(\.origin)) }
        messages = merged
        missing = english.keys.filter { !own.contains($0) }.sorted()
    }

    /// The language that has all keys.
    static let base = "en"

    /// The tags whose words are used, the nearest first: `de-AT`, `de`, `en`.
    static func tags(for language: String) -> [String] {
        var parts = language.split(separator: "-").map(String.init)
        var tags: [String] = []
        while !parts.isEmpty {
            tags.append(parts.joined(separator: "-"))
            parts.removeLast()
        }
        return tags.contains(base) ? tags : tags + [base]
    }
}
