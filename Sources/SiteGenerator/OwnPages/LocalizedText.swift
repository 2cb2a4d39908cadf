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

/// A page that a template of the site makes out of the catalogue: `Templates/pages/timeline.html.mustache` at `timeline/`.
public struct TemplatePage: Sendable, Equatable {
    /// The name of the template and of the address.
    public var name: String
    public var title: LocalizedText
    public var description: LocalizedText?

    public init(_ name: String, title: LocalizedText, description: LocalizedText? = nil) {
        self.name = name
        self.title = title
        self.description = description
    }
}
