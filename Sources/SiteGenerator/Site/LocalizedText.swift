import Support

/// A text that the operator gives once, or in each language of the site.
public struct LocalizedText: Sendable, Equatable {
    /// The text by the tag of its language, in small letters. One for all languages without a text of their own has the key `""`.
    public let texts: [String: String]

    /// - Parameter texts: a text by each language tag, in any case of letters.
    public init(_ texts: [String: String]) {
        self.texts = Dictionary(texts.sorted { $0.key < $1.key }.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
    }

    /// - Parameter text: the text in all languages.
    public init(_ text: String) {
        texts = ["": text]
    }

    /// The text in a language: its own, along the tag (`de-AT`, `de`), or else the one for all languages, that of the first language of the
    /// site that has one, and any.
    ///
    /// - Parameters:
    ///   - language: a language tag.
    ///   - languages: the tags of the site's languages, its own first.
    /// - Returns: a text that is empty only when there are none.
    public func text(in language: String, of languages: [String]) -> String {
        own(language) ?? texts[""] ?? languages.lazy.compactMap { own($0) }.first ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    private func own(_ language: String) -> String? { LanguageTag.fallbacks(of: language).lazy.compactMap { texts[$0] }.first }
}
