import Support
import TemplateEngine

/// The site in one language: its pages, feeds and search index. What is the same in all languages is only in the first edition, which is at
/// the root. The others are below it, each in a folder with its language tag.
///
/// It is an object because every file is rendered with it.
final class Edition: Sendable {
    /// The folder from the site's root: nothing, or `de/`.
    let folder: String
    let site: ViewContext
    /// The templates in the order of ``PageKind/templates``.
    let templates: [Template]
    let siteView: TemplateObject
    /// The keys of the words that the language does not have, in alphabetical order.
    let missingWords: [String]

    /// - Parameters:
    ///   - languages: all languages of the site, in their order, with the words of each.
    ///   - orders: the orders of the craft, which are the same in all languages.
    /// - Throws: every fault of the theme's templates and words.
    init(_ index: Int, of languages: SiteLanguages, _ model: SiteModel, _ orders: Orders, assets: Assets) throws(TemplateErrors) {
        let words = languages.words[index]
        let (fragments, loaded) = Concurrently.both(
            { Fragments(model, words.messages) }, { Self.load(model.input.theme, assets, words.messages) })
        templates = try loaded.get()
        folder = languages.all[index].folder
        missingWords = words.missing
        site = ViewContext(
            model: model, fragments: fragments, orders: orders, messages: words.messages, languages: languages.all, language: index)
        siteView = SiteView.make(model, assets, words.messages)
    }

    private static func load(_ theme: Theme, _ assets: Assets, _ messages: Messages) -> Result<[Template], TemplateErrors> {
        Result { () throws(TemplateErrors) in
            let library = try TemplateLibrary(
                theme.templates.map { TemplateSource(name: $0.path, bytes: $0.bytes, origin: $0.origin) },
                shapes: PageKind.shapes(assets), options: TemplateOptions(strict: true, messages: messages))
            var templates: [Template] = []
            for name in PageKind.templates { templates.append(try library.template(name)) }
            return templates
        }
    }
}

/// The languages of a site, with the words of each.
struct SiteLanguages: Sendable {
    /// A language as pages name it.
    struct Language: Sendable, Equatable {
        /// The BCP 47 tag.
        let tag: String
        /// Its own name: `Deutsch`.
        let name: String
        /// The folder of its edition from the site's root: nothing for the first, `de/` for others.
        let folder: String
    }

    let all: [Language]
    let words: [Words]

    /// - Throws: the mistakes of all files of words.
    init(_ input: SiteInput) throws(TemplateErrors) {
        var words: [Words] = []
        for tag in [input.settings.language] + input.settings.translations { words.append(try Words(input.theme, language: tag)) }
        self.words = words
        all = ([input.settings.language] + input.settings.translations).enumerated().map { index, tag in
            Language(tag: tag, name: words[index].messages.text(of: Self.name), folder: index == 0 ? "" : tag + "/")
        }
    }

    private static let name = TemplateValue.message("page.language")
}
