import Catalogue
import HTMLSanitizer
import Support
import TemplateEngine

/// Makes a site from a catalogue. It lists the files and renders each of them. Any number of threads may render at the same time.
public struct SiteGenerator: Sendable {
    /// Every file of the site. Each path occurs once.
    public let files: [SiteFile]
    /// What is amiss in the theme's words without being a fault.
    public let themeWarnings: [TemplateError]

    private let editions: [Edition]
    private let prepared: PreparedSite
    private let sitemapLimit: Int

    /// The names at the root of a site that its operator's pages cannot have.
    public static var reservedNames: Set<String> { Address.reserved }

    /// Loads the input's theme too.
    ///
    /// - Throws: every fault of the theme's templates and words, before anything is rendered.
    public init(_ input: SiteInput) throws(TemplateErrors) {
        self.init(input, try LoadedTheme(input.theme, input.settings))
    }

    /// - Parameters:
    ///   - input: the records, the settings and the content of the site.
    ///   - theme: the input's theme in the languages of the input's settings.
    ///   - sitemapLimit: the maximum number of pages in one sitemap.
    init(_ input: SiteInput, _ theme: LoadedTheme, sitemapLimit: Int = SitemapView.maximumPages) {
        self.init(PreparedSite(input), theme, sitemapLimit: sitemapLimit)
    }

    /// - Parameters:
    ///   - prepared: the site without its theme.
    ///   - theme: the theme of the site's input in the languages of its settings.
    public init(_ prepared: PreparedSite, _ theme: LoadedTheme) {
        self.init(prepared, theme, sitemapLimit: SitemapView.maximumPages)
    }

    private init(_ prepared: PreparedSite, _ theme: LoadedTheme, sitemapLimit: Int) {
        self.prepared = prepared
        self.sitemapLimit = sitemapLimit
        var editions: [Edition] = []
        var files: [SiteFile] = []
        for (index, language) in theme.languages.enumerated() {
            let model = index == 0 ? prepared.model : prepared.model.translated(into: language)
            let (plan, site) = Concurrently.both(
                {
                    SitePlan(
                        model, prepared.orders, prepared.inputs, assets: theme.assets, usedFields: theme.usedFields, edition: index,
                        folder: language.folder, sitemapLimit: sitemapLimit)
                },
                { [descriptions = editions.first?.site.descriptions] in
                    let messages = theme.words[index].messages
                    return ViewContext(
                        model: model, fragments: Fragments(model, messages), orders: prepared.orders, messages: messages,
                        languages: theme.languages, language: index, descriptions: descriptions, recordReaders: theme.recordReaders)
                })
            let edition = Edition(of: theme, site, dates: Set(plan.files.lazy.map(\.modified)))
            files += plan.files
            editions.append(edition)
        }
        self.editions = editions
        self.files = files
        themeWarnings = theme.warnings
    }

    /// The same site by other templates and words. What is worked out of the records is not worked out again.
    ///
    /// - Parameter theme: in the languages of the site, with the assets that it has.
    public func replacing(_ theme: LoadedTheme) -> SiteGenerator {
        SiteGenerator(prepared, theme, sitemapLimit: sitemapLimit)
    }

    /// The keys of words that a language of the site does not have, in alphabetical order. Their texts come from another language.
    public var missingWords: [(language: String, keys: [String])] {
        editions.filter { !$0.missingWords.isEmpty }.map { ($0.site.model.settings.language, $0.missingWords) }
    }

    /// The published paths of the theme's assets, by their own.
    public var assetPaths: [String: String] {
        Dictionary(site.model.input.theme.publishedAssets.files.map { ($0.path, $0.address) }, uniquingKeysWith: { first, _ in first })
    }

    private var site: ViewContext { editions[0].site }

    /// Descriptions of everything in the catalogue that the site does not show: pictures that the rules for their licence exclude, and
    /// descriptions that are too long for the sanitizer.
    public var skipped: [String] {
        let model = site.model
        let images = model.catalogue.images.count { image in
            model.catalogue.licences[id: image.licenceID].map { [.link, .omit].contains(model.settings.images.treatment(of: $0)) } ?? true
        }
        let uncopied = model.catalogue.images.count { image in
            model.catalogue.licences[id: image.licenceID].map { model.settings.images.treatment(of: $0) == .copy } == true
                && model.pictureAddress(of: image.id)?.copy == nil
        }
        let limit = site.sanitizer.policy.limits.bytes
        let descriptions = model.catalogue.spacecraft.count { $0.description.utf8.count > limit }
        return [
            images > 0 ? "\(images) \(images == 1 ? "picture" : "pictures") by licence" : nil,
            uncopied > 0 ? "\(uncopied) \(uncopied == 1 ? "picture" : "pictures") without a copy" : nil,
            descriptions > 0 ? "\(descriptions) \(descriptions == 1 ? "description" : "descriptions") over \(limit) bytes" : nil,
        ].compactMap(\.self)
    }

    /// What is left out of the operator's own texts, or amiss in them.
    public var ownTextNotes: [OwnTextNote] { site.model.ownTexts.all.flatMap(\.notes) }

    /// The operator's own texts that cannot be shown at all, with the places of their files.
    public var unusableTexts: [(place: String, error: SanitizerError)] { site.model.ownTexts.all.compactMap(\.error) }

    /// What the selections of the operator's pages name that is not in the register.
    public var unknownSelections: [(page: String, kind: String, id: Int)] {
        site.model.settings.pages.flatMap { page in
            page.selection.unknownIDs(in: site.model.catalogue).map { (page.name, $0.reference.rawValue, $0.id) }
        }
    }

    /// Appends the file's bytes.
    ///
    /// - Parameter viewed: is called when the view of a page is made and its template is to be rendered.
    /// - Throws: ``RenderError`` that names the template and the place in it, or the file that is made without one. The bytes written so far stay in `output`.
    public func render(_ file: SiteFile, into output: inout OutputBuffer, viewed: () -> Void = {}) throws(RenderError) {
        switch file.content {
        case .view(let template, let view):
            let edition = editions[file.edition]
            let view = view(edition.site)
            viewed()
            try edition.templates[template].render([.object(edition.siteView(at: file.modified)), .object(view)], into: &output)
        case .bytes(let write): try write(editions[file.edition].site, &output)
        }
    }

    /// The view for the template of the page at an address, as one object. It is nil when there is no such page or the page has no
    /// template.
    ///
    /// - Parameter address: the address, with or without a leading slash or `index.html`.
    public func view(at address: String) -> TemplateValue? {
        var wanted = address.hasPrefix("/") ? String(address.dropFirst()) : address
        if wanted.hasSuffix("index.html") { wanted.removeLast("index.html".count) }
        guard let file = files.first(where: { $0.address == wanted || $0.address == wanted + "/" }) else { return nil }
        let pages = editions[file.edition].site.model.settings.pages
        return view(of: file, whole: PageKind.all(with: pages).first { $0.template == file.template }?.wholeView)
    }

    /// The view for the template of a file. It is nil when the file has none.
    ///
    /// - Parameter whole: makes the view in place of the file, with all its fields.
    func view(of file: SiteFile, whole: Page.View? = nil) -> TemplateValue? {
        guard case .view(_, let view) = file.content else { return nil }
        let edition = editions[file.edition]
        let whole = whole ?? view
        return edition.site.messages.resolving(.object(edition.siteView(at: file.modified).merging(whole(edition.site.withRecords))))
    }
}

/// What is worked out of the records alone: the facts of a site, the orders of its tables, and what each of its pages is made from. It needs
/// no template and no word, so it can be made while these are loaded.
public struct PreparedSite: Sendable {
    let model: SiteModel
    let orders: Orders
    let inputs: PageInputs

    /// - Parameter input: the records, the settings and the content of the site.
    public init(_ input: SiteInput) {
        let model = SiteModel(input)
        self.model = model
        (inputs, orders) = Concurrently.both({ PageInputs(model) }, { Orders(model) })
    }
}
