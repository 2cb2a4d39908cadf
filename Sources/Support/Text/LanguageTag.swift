/// Language tags (BCP 47). The case of their letters has no meaning (2.1.1).
public enum LanguageTag {
    /// Whether a text has the form of a tag: `en`, `pt-BR`. Its parts need not be registered.
    public static func isOne(_ text: some StringProtocol) -> Bool {
        String(text).wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil
    }

    /// Whether a text is likely to be meant as a tag. Languages are registered with two or three letters.
    public static func isLikely(_ text: String) -> Bool { isOne(text) && text.prefix { $0 != "-" }.utf8.count < 4 }

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
