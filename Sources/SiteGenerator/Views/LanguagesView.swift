import TemplateEngine

/// The same page in all languages of the site, for search engines (`hreflang`). Empty when the site has one language.
enum AlternateView {
    static let shape: TemplateShape = ["language": .text, "url": .text]

    /// - Parameters:
    ///   - address: the page's address from the root of its language.
    ///   - languages: the tags of the languages in which the page is. Nil for all of the site.
    static func make(_ address: String, in languages: Set<String>? = nil, _ site: ViewContext) -> [TemplateObject] {
        let having = languages.map { tags in site.languages.filter { tags.contains($0.tag) } } ?? site.languages
        guard having.count > 1, let first = having.first else { return [] }
        func alternate(_ tag: String, _ language: SiteLanguage) -> TemplateObject {
            ["language": .text(tag), "url": .text(site.model.settings.rootURL + language.folder + address)]
        }
        return having.map { alternate($0.tag, $0) } + [alternate("x-default", first)]
    }
}

/// Links to the same page in all languages, for visitors. Nil when the site has one language.
enum LanguagesView {
    static let shape: TemplateShape = [
        "items": .list(["name": .text, "language": .text, "path": .text, "current": .bool])
    ]

    /// - Parameters:
    ///   - address: the page's address from the root of its language. A page without a place in the site leads to the home pages.
    ///   - languages: the tags of the languages in which the page is. Nil for all of the site. In place of the others stand the home pages.
    static func make(_ address: String, in languages: Set<String>? = nil, _ site: ViewContext) -> TemplateObject? {
        guard site.languages.count > 1 else { return nil }
        let toRoot = site.model.settings.rootPath
        return [
            "items": .objects(
                site.languages.enumerated().map { index, language in
                    let isThere = languages?.contains(language.tag) ?? true
                    return [
                        "name": .text(language.name), "language": .text(language.tag),
                        "path": .text(toRoot + language.folder + (isThere ? address : Address.home)),
                        "current": .bool(index == site.language),
                    ]
                })
        ]
    }
}
