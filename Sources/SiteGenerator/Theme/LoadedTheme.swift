import Catalogue
import TemplateEngine

/// The words and the templates of a theme in each language of a site, ready for rendering. It knows nothing of the catalogue, so that it can be
/// loaded while the records are read and the site is prepared.
public struct LoadedTheme: Sendable {
    /// The theme itself.
    public let theme: Theme
    let assets: Assets
    /// The languages in their order, the site's own first.
    let languages: [SiteLanguage]
    /// The words of each language.
    let words: [Words]
    /// For each language, the templates in the order of ``PageKind/all(with:)``.
    let templates: [[Template]]
    /// What the templates of the site's own pages read of their views, by the names of the templates.
    let usedFields: [String: UsedFields]
    /// The kinds of records that the templates of their pages read by the API's names.
    let recordReaders: Set<EntityKind>
    /// What is amiss in the words without being a fault.
    public let warnings: [TemplateError]

    /// - Parameters:
    ///   - theme: the theme.
    ///   - settings: the settings with the languages and pages of the site.
    ///   - last: the theme before a change. Its words are not read again where they are the same.
    ///   - isKnownToFit: whether this program has loaded the same theme with the same settings before, so that the names in its templates need
    ///     not be looked at again.
    /// - Throws: every fault of the theme's templates and words.
    public init(
        _ theme: Theme, _ settings: SiteSettings, after last: LoadedTheme? = nil, isKnownToFit: Bool = false
    ) throws(TemplateErrors) {
        let known = last.flatMap { $0.theme.words == theme.words ? $0 : nil }
        let assets = theme.publishedAssets
        let tags = [settings.language] + settings.translations
        var words: [Words] = []
        var templates: [[Template]] = []
        var usedFields: [String: UsedFields] = [:]
        var recordReaders: Set<EntityKind> = []
        let mayReadRecords = RecordView.mayBeRead(by: theme)
        var usedWords: Set<String> = []
        for tag in tags {
            let same = known.flatMap { known in known.languages.firstIndex { $0.tag == tag }.map { known.words[$0] } }
            let own: Words
            if let same { own = same } else { own = try Words(theme, language: tag) }
            let library = try Self.load(theme, assets, own.messages, settings.pages, isKnownToFit: isKnownToFit)
            var found: [Template] = []
            for name in PageKind.all(with: settings.pages).compactMap(\.template) { found.append(try library.template(name)) }
            templates.append(found)
            words.append(own)
            usedWords.formUnion(library.usedMessages)
            for (kind, name) in RecordView.templates
            where mayReadRecords && library.usedFields(of: name).contains(RecordView.field) {
                recordReaders.insert(kind)
            }
            // The words of each language may show other values.
            for name in Set(settings.pages.map(\.templatePath)) {
                usedFields[name, default: UsedFields()].formUnion(library.usedFields(of: name))
            }
        }
        self.usedFields = usedFields
        self.recordReaders = recordReaders
        warnings = WordsUse.warnings(words, used: usedWords)
        self.theme = theme
        self.assets = assets
        self.words = words
        self.templates = templates
        let names = zip(tags, words).map { tag, words in
            words.missing.contains("page.language") ? tag : words.messages.text(of: .message("page.language"))
        }
        languages = tags.enumerated().map { index, tag in
            let isUnique = names.count { $0 == names[index] } == 1
            return SiteLanguage(tag: tag, name: isUnique ? names[index] : "\(names[index]) (\(tag))", folder: index == 0 ? "" : tag + "/")
        }
    }

    private static func load(
        _ theme: Theme, _ assets: Assets, _ messages: Messages, _ pages: [TemplatePage], isKnownToFit: Bool
    ) throws(TemplateErrors) -> TemplateLibrary {
        try TemplateLibrary(
            theme.templates.map { TemplateSource(name: $0.path, bytes: $0.bytes, origin: $0.origin) },
            shapes: PageKind.shapes(assets, pages: pages), options: TemplateOptions(strict: true, messages: messages),
            isKnownToFit: isKnownToFit)
    }
}

/// A language of a site as pages name it.
struct SiteLanguage: Sendable, Equatable {
    /// The BCP 47 tag.
    let tag: String
    /// Its own name: `Deutsch`.
    let name: String
    /// The folder of its edition from the site's root: nothing for the first, `de/` for others.
    let folder: String
}
