import TemplateEngine

/// The unused parts of a theme: templates that no page uses, fields of views that no template names, and words that none reads.
public struct ThemeReport: Sendable, Equatable {
    /// The unused templates in the order of their paths.
    public let unusedTemplates: [String]
    /// The unused fields by template, in the order of the template names. Fields that every page has are under `every page`.
    public let unusedFields: [View]
    /// What is amiss in the words without being a fault.
    public let warnings: [TemplateError]

    public struct View: Sendable, Equatable {
        public let template: String
        /// Dotted paths: `craft_table.pager.total`.
        public let fields: [String]
    }

    /// - Parameters:
    ///   - theme: the theme.
    ///   - language: the site's own language, a BCP 47 tag.
    ///   - translations: its other languages.
    ///   - pages: the pages that templates of the site make.
    /// - Throws: every fault of the theme's templates.
    public init(
        _ theme: Theme, language: String = "en", translations: [String] = [], pages: [TemplatePage] = []
    ) throws(TemplateErrors) {
        let own = try Words(theme, language: language)
        var words = [own]
        for language in translations { words.append(try Words(theme, language: language)) }
        let library = try TemplateLibrary(
            theme.templates.map { TemplateSource(name: $0.path, bytes: $0.bytes, origin: $0.origin) },
            shapes: PageKind.shapes(theme.publishedAssets, pages: pages),
            options: TemplateOptions(strict: true, messages: own.messages))
        warnings = WordsUse.warnings(words, used: library.usedMessages)
        let usage = library.usage
        unusedTemplates = usage.unusedTemplates.sorted()
        let common = Set(PageFrame.shape.map(\.0.text)).union(["site", "assets", "modified"])
        let isCommon = { (path: String) in path.split(separator: ".").first.map { common.contains(String($0)) } ?? false }
        let names = PageKind.shapes(theme.publishedAssets).keys.filter { $0.hasSuffix(".html.mustache") }
        let everywhere = names.map { Set(usage.unusedFields[$0] ?? []).filter(isCommon) }.reduce { $0.intersection($1) } ?? []
        // What a page of the operator may read is an offer, and so is the source's own record.
        let isOfRecord = { (path: String) in path.split(separator: ".").first.map { $0 == RecordView.field.text } ?? false }
        let offers = Set(pages.map(\.templatePath))
        let fields = usage.unusedFields.filter { !offers.contains($0.key) }.map {
            View(template: $0.key, fields: $0.value.filter { !isCommon($0) && !isOfRecord($0) }.sorted())
        }
        unusedFields =
            [View(template: "every page", fields: everywhere.sorted())].filter { !$0.fields.isEmpty }
            + fields.filter { !$0.fields.isEmpty }.sorted { $0.template < $1.template }
    }
}

extension Array {
    fileprivate func reduce(_ combine: (Element, Element) -> Element) -> Element? {
        first.map { dropFirst().reduce($0, combine) }
    }
}
