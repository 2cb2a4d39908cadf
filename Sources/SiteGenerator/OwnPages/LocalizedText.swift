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

    /// The text in a language, along its tag (`de-AT`, `de`), and otherwise in the first of the site that has one.
    public func text(in language: String, of languages: [String]) -> String {
        text(along: language) ?? texts[""] ?? languages.lazy.compactMap { text(along: $0) }.first ?? ""
    }

    private func text(along tag: String) -> String? {
        texts[tag] ?? tag.lastIndex(of: "-").flatMap { text(along: String(tag[..<$0])) }
    }
}
