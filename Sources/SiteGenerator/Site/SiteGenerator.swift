import Catalogue
import Support
import TemplateEngine

/// Makes a site of a catalogue: says which files there are, and renders each of them, from as many threads as one likes.
public struct SiteGenerator: Sendable {
    /// Every file of the site, each path once.
    public let files: [SiteFile]

    private let model: SiteModel
    private let plan: SitePlan
    private let orders: Orders
    /// Every template that a page needs, by name.
    private let templates: [String: Template]
    private let siteView: TemplateObject

    /// - Throws: every fault of the theme's templates, before anything is rendered.
    public init(_ input: SiteInput) throws(TemplateErrors) {
        try self.init(input, sitemapLimit: SitemapView.maximumPages)
    }

    /// - Parameter sitemapLimit: so many pages stand in one sitemap.
    init(_ input: SiteInput, sitemapLimit: Int) throws(TemplateErrors) {
        let assets = Assets(input.theme)
        let shapes = PageTemplates.shapes(assets)
        let (model, loaded) = Concurrently.both({ SiteModel(input) }, { Self.load(input.theme, shapes) })
        templates = try loaded.get()
        self.model = model
        (plan, orders) = Concurrently.both({ SitePlan(model, assets: assets, sitemapLimit: sitemapLimit) }, { Orders(model) })
        siteView = SiteView.make(model, assets)
        files = plan.files
    }

    private static func load(_ theme: Theme, _ shapes: [String: TemplateShape]) -> Result<[String: Template], TemplateErrors> {
        Result { () throws(TemplateErrors) in
            let library = try TemplateLibrary(
                theme.templates.map { TemplateSource(name: $0.path, bytes: $0.bytes, origin: $0.origin) },
                shapes: shapes, options: TemplateOptions(strict: true))
            var templates: [String: Template] = [:]
            for name in shapes.keys.sorted() { templates[name] = try library.template(name) }
            return templates
        }
    }

    /// What is in the catalogue and not in the site, in words: pictures that the rules for their licence keep out, descriptions too long to
    /// be sanitized.
    public var skipped: [String] {
        let images = model.catalogue.images.count { image in
            model.catalogue.licences[id: image.licenceID].map { [.link, .omit].contains(model.settings.images.treatment(of: $0)) } ?? true
        }
        let uncopied = model.catalogue.images.count { image in
            model.catalogue.licences[id: image.licenceID].map { model.settings.images.treatment(of: $0) == .copy } == true
                && model.pictureAddress(of: image)?.copy == nil
        }
        let limit = model.sanitizer.policy.limits.bytes
        let descriptions = model.catalogue.spacecraft.count { $0.description.utf8.count > limit }
        return [
            images > 0 ? "\(images) \(images == 1 ? "picture" : "pictures") by licence" : nil,
            uncopied > 0 ? "\(uncopied) \(uncopied == 1 ? "picture" : "pictures") without a copy" : nil,
            descriptions > 0 ? "\(descriptions) \(descriptions == 1 ? "description" : "descriptions") over \(limit) bytes" : nil,
        ].compactMap(\.self)
    }

    /// Appends the file's bytes.
    ///
    /// - Throws: ``RenderError`` that names the template and the place in it. What has been written until then stays in `output`.
    public func render(_ file: SiteFile, into output: inout OutputBuffer) throws(RenderError) {
        if let template = PageTemplates.name(of: file.content).flatMap({ templates[$0] }), let view = view(of: file.content) {
            try template.render([.object(siteView), .object(view)], into: &output)
            return
        }
        switch file.content {
        case .asset(let asset): output.append(contentsOf: asset.bytes)
        case .jsonFeed(let page): JSONFeed.append(orders.feed, page: page, model, to: &output)
        case .searchIndex: SearchIndex.append(model, to: &output)
        case .download(let download): append(download, to: &output)
        default: break
        }
    }

    /// What the template of the page at an address gets, as one object; nil when there is no such page or no template makes it.
    ///
    /// - Parameter address: with or without a leading slash or `index.html`.
    public func view(at address: String) -> TemplateValue? {
        var wanted = address.hasPrefix("/") ? String(address.dropFirst()) : address
        if wanted.hasSuffix("index.html") { wanted.removeLast("index.html".count) }
        guard let file = files.first(where: { $0.address == wanted || $0.address == wanted + "/" }), let view = view(of: file.content)
        else {
            return nil
        }
        return .object(siteView.merging(view))
    }

    private func append(_ download: SiteFile.Download, to output: inout OutputBuffer) {
        let catalogue = model.catalogue
        switch download {
        case .spacecraftJSON: Downloads.spacecraft.appendJSON(catalogue.spacecraft, model, to: &output)
        case .spacecraftCSV: Downloads.spacecraft.appendCSV(catalogue.spacecraft, model, to: &output)
        case .configurationsJSON: Downloads.configurations.appendJSON(catalogue.configurations, model, to: &output)
        case .configurationsCSV: Downloads.configurations.appendCSV(catalogue.configurations, model, to: &output)
        case .flightsJSON: Downloads.flights.appendJSON(Downloads.CraftFlight.all(catalogue), model, to: &output)
        case .flightsCSV: Downloads.flights.appendCSV(Downloads.CraftFlight.all(catalogue), model, to: &output)
        }
    }

    private func view(of content: SiteFile.Content) -> TemplateObject? {
        switch content {
        case .home: HomeView.view(model)
        case .spacecraft(let position): SpacecraftView.view(at: position, model)
        case .spacecraftIndex(let order, let isReversed, let paging):
            SpacecraftIndexView.view(
                orders.positions(order, isReversed: isReversed)[paging.rows], order: order,
                isReversed: isReversed, paging, model)
        case .configurationIndex: ConfigurationIndexView.view(model)
        case .configuration(let position, let fleet): ConfigurationView.view(at: position, fleet, model)
        case .agencyIndex: ListingViews.agencies(model)
        case .agency(let position, let fleet): AgencyView.view(at: position, fleet, model)
        case .familyIndex: ListingViews.families(model)
        case .family(let position, let fleet): FamilyView.view(at: position, fleet, model)
        case .statusIndex: ListingViews.statuses(model)
        case .status(let position, let fleet): StatusView.view(at: position, fleet, model)
        case .typeIndex: ListingViews.types(model)
        case .type(let position, let fleet): TypeView.view(at: position, fleet, model)
        case .credits: CreditsView.view(model)
        case .licence(let position, let paging): LicenceView.view(at: position, paging, model)
        case .records: RecordsView.view(model)
        case .changes: ChangesPageView.view(model)
        case .about: AboutView.view(model)
        case .data: DataView.view(model)
        case .notFound: NotFoundView.view(model)
        case .redirect(let redirect): RedirectView.view(redirect, model)
        case .atomFeed: AtomFeedView.view(orders.feed.prefix(model.settings.pageSize), model)
        case .sitemap(let range): SitemapView.view(plan.sitemapEntries[range], model)
        case .sitemapIndex(let parts): SitemapView.index(parts: parts, model)
        case .robots: ["sitemap_url": .text(model.settings.baseURL + Address.sitemap)]
        case .jsonFeed, .download, .searchIndex, .asset: nil
        }
    }
}
