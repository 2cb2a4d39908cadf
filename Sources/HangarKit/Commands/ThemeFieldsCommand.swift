import ArgumentParser
import SiteGenerator
import Support

/// Tells authors of templates which fields there are.
public struct ThemeFieldsCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "fields",
        abstract: "Lists the fields that a template may read, with their types and examples.",
        discussion: """
            Without a template, those of every page, and the names of the templates. The fields are those by which 'hangar check --templates' checks a \
            theme, the examples those of the site that 'hangar init' makes. What a page really gets, 'hangar data PAGE' prints.
            """)

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp("The template of a page, such as pages/spacecraft.html.mustache or spacecraft.", valueName: "template"))
    var template: String?

    @Flag(help: "Writes the fields of all templates in Markdown, as in the documentation.")
    var markdown = false

    public init() {}

    public func validate() throws {
        if markdown, template != nil { throw ValidationError("--markdown writes all templates, so name none.") }
    }

    /// - Throws: a ``Failure`` with status 66 when no page has such a template.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let guide = try Self.guide.get()
        if markdown { return try environment.console.writeOutput(Array(FieldsMarkdown(guide).text.utf8)) }
        let list: FieldsList
        if let template {
            let (name, fields) = try fields(of: template, guide, environment)
            list = FieldsList(name, fields, note: "beside those of every page, which 'hangar theme fields' lists")
        } else {
            list = FieldsList("every page", guide.common, templates: guide.templates.map(\.name))
        }
        try environment.console.writeOutput(Array(list.text.utf8))
    }

    /// It is the same for every site.
    private static let guide = Result { () throws(Failure) in try makeGuide() }

    private static func makeGuide() throws(Failure) -> FieldGuide {
        let example = try ExampleSite.input()
        do { return try FieldGuide(example) } catch { throw Failure(error) }
    }

    private func fields(
        of template: String, _ guide: FieldGuide, _ environment: CommandEnvironment
    ) throws(Failure) -> (name: String, fields: [ViewField]) {
        let stem = Self.stem(template)
        if let section = guide.templates.first(where: { Self.stem($0.name) == stem }) { return (section.name, section.fields) }
        let isBuiltIn = ThemeFiles.builtIn.file(named: template, site: "") != nil
        if isBuiltIn {
            throw Failure(
                .noInput, at: template, "no page is made from this file alone: it gets what the template has that includes it",
                remedy: "Name the template of a page: 'hangar theme fields' lists them.")
        }
        // Without a site there are no pages of its own.
        let hasSite = site.site != nil || environment.files.kind(SiteFolder.configurationName) == .file
        let own = hasSite ? try site.folder(in: environment).configuration.pages.map(\.page.template) : []
        if own.contains(stem) { return ("pages/\(stem).html.mustache", guide.own) }
        if hasSite, try site.folder(in: environment).ownTheme().templates.contains(where: { $0.path == "pages/\(stem).html.mustache" }) {
            throw Failure(
                .noInput, at: template, "no page of hangar.yml is made by this template",
                remedy: "Name it there, as in pages: {\(stem): TITLE}; then it gets the fields of a page of your own.")
        }
        let near = NameSuggestion.nearest(to: stem, among: guide.templates.map { Self.stem($0.name) } + own)
        throw Failure(
            .noInput, at: template, "no page has such a template",
            remedy: (near.map { "Did you mean \"\($0)\"?" } ?? "'hangar theme fields' lists them.")
                + (hasSite ? "" : " For a template of your own, name the site with --site."))
    }

    /// `Templates/pages/feed.xml.mustache` → `feed`
    static func stem(_ template: String) -> String {
        var path = template[...]
        for prefix in ["./", "Templates/", "pages/"] where path.hasPrefix(prefix) { path = path.dropFirst(prefix.count) }
        return String(path.contains("/") ? path : path.prefix { $0 != "." })
    }
}
