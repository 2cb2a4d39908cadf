import Catalogue
import TemplateEngine

/// What templates may read: the fields of every view, by the shapes by which themes are checked, with examples.
public struct FieldGuide: Sendable {
    /// The fields of one template's view, or of one part.
    public struct Section: Sendable {
        /// The name of the template, `pages/home.html.mustache`, or of the part, `picture`.
        public let name: String
        /// Those that only this template has.
        public let fields: [ViewField]
    }

    /// The fields of every page: what belongs to the site, and what each page has.
    public let common: [ViewField]
    /// The templates of the theme in alphabetical order, each with the fields of its own.
    public let templates: [Section]
    /// The fields of a template of the operator's own.
    public let own: [ViewField]
    /// What occurs in several views, in alphabetical order.
    public let parts: [Section]

    /// - Parameter example: a site in English, from which the examples come.
    /// - Throws: every fault of its theme.
    public init(_ example: SiteInput) throws(TemplateErrors) {
        let shapes = PageKind.shapes(example.theme.publishedAssets, pages: [FieldRegisters.ownPage])
        let forest = FieldForest(shapes)
        let wholeView = TemplatePageView.kind(FieldRegisters.ownPage).wholeView
        let own = FieldRegisters.ownPage.templatePath
        for register in FieldRegisters(example).all {
            let site = SiteGenerator(
                register.input, try LoadedTheme(register.input.theme, register.input.settings), sitemapLimit: register.sitemapLimit)
            for file in site.files {
                guard let template = file.template, let view = site.view(of: file, whole: template == own ? wholeView : nil) else {
                    continue
                }
                forest.observe(view, of: template)
            }
        }
        self.init(forest)
    }

    private init(_ forest: FieldForest) {
        let outer = ["site", "assets", "modified"]
        let names = Set(outer + PageFrame.shape.map(\.0.text))
        let own = FieldRegisters.ownPage.templatePath
        // The first has the best examples.
        let pages =
            [SpacecraftView.kind.template].compactMap(\.self) + forest.templates.filter { $0.hasSuffix(".html.mustache") && $0 != own }
        common = forest.fields(of: pages).filter { names.contains($0.name) }.map { $0.name == "assets" ? $0.withoutExamples : $0 }
        templates = forest.templates.filter { $0 != own }.map { template in
            // What is no page has no frame.
            let hidden = pages.contains(template) ? names : Set(outer)
            return Section(name: template, fields: forest.fields(of: [template]).filter { !hidden.contains($0.name) })
        }
        self.own = forest.fields(of: [own]).filter { !names.contains($0.name) }
        parts = forest.parts.map { Section(name: $0.name, fields: $0.fields) }
    }
}
