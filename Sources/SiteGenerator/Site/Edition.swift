import Catalogue
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
    /// The templates in the order of ``PageKind/all(with:)``.
    let templates: [Template]
    /// The outermost context of pages for each date of a page. There are few dates.
    private let siteViews: [Timestamp?: TemplateObject]
    /// The keys of the words that the language does not have, in alphabetical order.
    let missingWords: [String]

    /// - Parameters:
    ///   - theme: the templates and words of all languages of the site.
    ///   - site: the site in one of them.
    ///   - dates: the dates of all pages.
    init(of theme: LoadedTheme, _ site: ViewContext, dates: Set<Timestamp?>) {
        self.site = site
        templates = theme.templates[site.language]
        folder = theme.languages[site.language].folder
        missingWords = theme.words[site.language].missing
        let siteView = SiteView.make(site.model, theme.assets, site.messages)
        siteViews = Dictionary(
            uniqueKeysWithValues: dates.map {
                ($0, siteView.merging(["modified": .object(ModifiedView.make($0, site.model).shared())]))
            })
    }

    /// The outermost context of a page.
    ///
    /// - Parameter modified: the date of the page.
    func siteView(at modified: Timestamp?) -> TemplateObject { siteViews[modified] ?? [:] }
}
