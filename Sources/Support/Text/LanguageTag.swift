/// Language tags (BCP 47). The case of their letters has no meaning (2.1.1).
public enum LanguageTag {
    /// Whether a text has the form of a tag that browsers know: `en`, `pt-BR`. Its parts need not be registered.
    ///
    /// This is the form of Unicode (UTS #35, `unicode_locale_id`), and of languages with two or three letters, as all that are registered have.
    /// It has `yue` and not `zh-yue`.
    public static func isOne(_ text: some StringProtocol) -> Bool {
        let form =
            #/
            [a-z]{2,3} (-[a-z]{4})? (-([a-z]{2}|[0-9]{3}))? (?<variants>(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
            (?<extensions>(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*) (-x(-[a-z0-9]{1,8})+)?
            /#
        guard let match = String(text).lowercased().wholeMatch(of: form) else { return false }
        let variants = match.variants.split(separator: "-")
        let extensions = match.extensions.split(separator: "-").filter { $0.utf8.count == 1 }
        return Set(variants).count == variants.count && Set(extensions).count == extensions.count
    }

    /// The tag and those that it falls back to, the nearest first and in small letters: `de-at`, `de`.
    public static func fallbacks(of tag: String) -> [String] {
        var parts = tag.lowercased().split(separator: "-").map(String.init)
        var tags: [String] = []
        while !parts.isEmpty {
            tags.append(parts.joined(separator: "-"))
            parts.removeLast()
        }
        return tags
    }

    /// Whether a tag is that of English, or of the English of a region.
    public static func isEnglish(_ tag: String) -> Bool { fallbacks(of: tag).last == "en" }
}
