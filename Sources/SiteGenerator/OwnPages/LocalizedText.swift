/// A text that the operator gives once, or in each language of the site.
public struct LocalizedText: Sendable, Equatable {
    /// The text by the tag of its language. One for all languages has the key `""`.
    public var texts: [String: String]

    public init(_ texts: [String: String]) {
        self.texts = texts
    }

    public init(_ text: String) {
        texts = ["": text]
    }

    /// The text in a language, and otherwise in the first of the site that has one.
    func text(in language: String, of languages: [String]) -> String {
        texts[language] ?? texts[""] ?? languages.lazy.compactMap { texts[$0] }.first ?? ""
    }
}
