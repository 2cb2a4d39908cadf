import TemplateEngine

/// The same page in all languages of the site, for search engines (`hreflang`). Empty when the site has one language.
enum AlternateView {
    static let shape: TemplateShape = ["language": .text, "url": .text]

    /// - Parameter address: the page's address from the root of its language.
    static func make(_ address: String, _ site: ViewContext) -> [TemplateObject] {
        guard site.languages.count > 1, let first = site.languages.first else { return [] }
        func alternate(_ tag: String, _ language: SiteLanguage) -> TemplateObject {
            ["language": .text(tag), "url": .text(site.model.settings.rootURL + language.folder + address)]
        }
        return site.languages.map { alternate($0.tag, $0) } + [alternate("x-default", first)]
    }
}

/// Links to the same page in all languages, for visitors. Nil when the site has one language.
enum LanguagesView {
    static let shape: TemplateShape = [
        "items": .list(["name": .text, "language": .text, "path": .text, "current": .bool])
    ]

    /// - Parameter address: the page's address from the root of its language. A page without a place in the site leads to the home pages.
    static func make(_ address: String, _ site: ViewContext) -> TemplateObject? {
        guard site.languages.count > 1 else { return nil }
        let toRoot = site.model.settings.rootPath
        return [
            "items": .objects(
                site.languages.enumerated().map { index, language in
                    [
                        "name": .text(language.name), "language": .text(language.tag), "path": .text(toRoot + language.folder + address),
                        "current": .bool(index == site.language),
                    ]
                })
        ]
    }
}
