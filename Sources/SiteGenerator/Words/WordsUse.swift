import Support
import TemplateEngine

/// What is amiss in the words of a site without being a fault.
enum WordsUse {
    /// Forms without a text, and English words of the site's own that no template reads: most likely a slip.
    ///
    /// - Parameters:
    ///   - words: those of each language of the site.
    ///   - used: the keys that templates name.
    static func warnings(_ words: [Words], used: Set<String>) -> [TemplateError] {
        var warnings: [TemplateError] = []
        for language in words {
            let unread = language.own.filter { !used.contains($0.key) }
            // Most sites have none.
            let known = unread.isEmpty ? [] : language.messages.keys.filter { key in !unread.contains { $0.key == key } }
            let found =
                language.blankForms
                + unread.map { source in
                    TemplateError(
                        file: source.origin, at: source.keyPlace, what: "no template reads the words '\(source.key)'",
                        remedy: NameSuggestion.nearest(to: source.key, among: known).map { "Did you mean '\($0)'?" }
                            ?? "Write {{words.\(source.key)}} in a template, or take them out")
                }
            // The languages fall back on the same files.
            for warning in found where !warnings.contains(warning) { warnings.append(warning) }
        }
        return warnings
    }
}
