import Catalogue
import Support
import TemplateEngine

extension PageKind {
    /// All kinds of files of a site.
    ///
    /// They are rendered in this order. The longest work comes first, so that no core waits for it at the end. The database takes as long as
    /// thousands of pages, feeds and downloads are by far the largest, and lists show many craft. Neighbours are made by one core, so the
    /// database is not beside the downloads.
    static let all: [PageKind] = [
        // Feeds and data.
        SQLiteDownload.kind, JSONFeed.kind, AtomFeedView.kind, SitemapView.kind, SitemapView.indexKind, RobotsView.kind,
        OpenSearchView.kind, Downloads.kind, SearchIndex.kind, DataPackage.kind, CSVWMetadata.kind, SchemaFile.kind,
        SiteFileSchema.kind,
        // Lists.
        HomeView.kind, SpacecraftIndexView.kind, LicenceView.kind, ConfigurationIndexView.kind, AgencyIndexView.kind, FamilyIndexView.kind,
        CountIndexes.statuses.kind, CountIndexes.types.kind, CreditsView.kind, MissingLicencesView.kind, SuperlativesView.kind,
        InSpaceView.kind, TimelineView.kind, CompareView.kind, PicturesView.kind, ChangesPageView.kind,
        AboutView.kind, DataView.kind, OwnPageView.kind,
        // Groups to which craft belong.
        ConfigurationView.kind, AgencyView.kind, FamilyView.kind, TypeView.kind, StatusView.kind,
        // Everything else.
        Assets.kind, NotFoundView.kind, SpacecraftView.kind, CraftRecord.kind, RedirectView.kind, StatusFile.kind,
    ]

    /// All kinds, and at the end those of the pages that templates of the site make.
    static func all(with pages: [TemplatePage]) -> [PageKind] { all + pages.map(TemplatePageView.kind) }
}

/// The files of the site in one language. Each address occurs once.
struct SitePlan: Sendable {
    let files: [SiteFile]

    /// - Parameters:
    ///   - edition: the place of the language among those of the site. Only the first has what all languages share.
    ///   - folder: the folder of the language from the site's root: nothing, or `de/`.
    init(
        _ model: SiteModel, _ orders: Orders, _ inputs: PageInputs, assets: Assets, usedFields: [String: UsedFields] = [:],
        edition: Int = 0, folder: String = "", sitemapLimit: Int
    ) {
        let kinds = PageKind.all(with: model.settings.pages)
        var plan = PlanContext(
            model: model, orders: orders, inputs: inputs, assets: assets, usedFields: usedFields, edition: edition, folder: folder,
            sitemapLimit: sitemapLimit)
        let templates = Self.templates(of: kinds)
        var files: [[SiteFile]] = Array(repeating: [], count: kinds.count)
        var listed: [SitemapSection: [SitemapView.Entry]] = [:]
        // The kinds with the most pages are at the end. They are made first, so that no core waits for one of them.
        let first = Array(kinds.indices.filter { !kinds[$0].followsOthers }.reversed())
        let made = Concurrently.array(count: first.count, pieceSize: 1) { [plan] in
            kinds[first[$0]].files(plan, template: templates[first[$0]])
        }
        for (index, made) in zip(first, made).reversed() {
            files[index] = made.files
            if let section = kinds[index].sitemapSection { listed[section, default: []] += made.listed }
        }
        plan.listed = SitemapSection.allCases.flatMap { listed[$0] ?? [] }
        for index in kinds.indices where kinds[index].followsOthers {
            files[index] = kinds[index].files(plan, template: templates[index]).files
        }
        var all: [SiteFile] = []
        all.reserveCapacity(files.reduce(0) { $0 + $1.count })
        for files in files { all += files }
        self.files = all
    }

    /// For each kind the number of kinds with a template before it, which is the place of its own template.
    private static func templates(of kinds: [PageKind]) -> [Int] {
        var template = 0
        return kinds.map { kind in
            defer { template += kind.template == nil ? 0 : 1 }
            return template
        }
    }
}

extension PageKind {
    /// The files of the kind, and those of its pages that are in the sitemap.
    fileprivate func files(_ plan: PlanContext, template: Int) -> (files: [SiteFile], listed: [SitemapView.Entry]) {
        let isElsewhere = isShared && plan.edition > 0
        func file(_ address: String, _ content: SiteFile.Content, template: String?, modified: Timestamp?, inputs: InputHash?) -> SiteFile {
            SiteFile(
                address: plan.folder + address, kind: fileKind, content: content, template: template, modified: modified,
                inputs: plan.inputs.file(inputs, modified: modified), edition: plan.edition)
        }
        switch content {
        case .files(let make):
            if isElsewhere { return ([], []) }
            let files = make(plan).map { file($0.address, .bytes($0.write), template: nil, modified: nil, inputs: $0.inputs) }
            return (files, [])
        case .pages(let name, _, let make):
            let pages = make(plan)
            let files =
                isElsewhere
                ? []
                : pages.map {
                    file($0.address, .view(template: template, $0.view), template: name, modified: $0.modified, inputs: $0.inputs)
                }
            guard sitemapSection != nil else { return (files, []) }
            return (files, pages.map { .init(address: $0.address, modified: $0.modified, languages: $0.languages) })
        }
    }
}

/// The information from which a kind decides which of its pages a site has.
struct PlanContext: Sendable {
    let model: SiteModel
    let orders: Orders
    let inputs: PageInputs
    let assets: Assets
    /// What the templates of the site's own pages read of their views, by the names of the templates.
    var usedFields: [String: UsedFields] = [:]
    /// The place of the language among those of the site.
    var edition = 0
    /// The folder of the language from the site's root: nothing, or `de/`.
    var folder = ""
    /// The maximum number of pages in one sitemap.
    let sitemapLimit: Int
    /// The pages for the sitemap. It is empty for kinds that do not depend on others.
    var listed: [SitemapView.Entry] = []

    /// The pages of a table whose first page has this address.
    func pagings(_ address: String, total: Int) -> [Paging] {
        let size = model.settings.pageSize
        return (1...Paging.pageCount(total: total, pageSize: size)).map { Paging(base: address, total: total, pageSize: size, page: $0) }
    }

    /// The pages of an entity to which craft belong.
    ///
    /// - Parameter positions: the places of the craft in the order of names, ascending.
    func craftPages(_ address: String, _ positions: [CraftPosition], of configurations: [Configuration] = []) -> [CraftListPage] {
        // By their index they are read in their place. A copy of each craft would take longer.
        let inSpace = positions.count { model.spacecraftByName[$0.index].isInSpace }
        let flights = positions.reduce(0) { $0 + (model.spacecraftByName[$1.index].flightsCount ?? 0) }
        let silhouette = model.mainSilhouette(of: configurations)
        let constants = CraftColumns(constantIn: positions, of: model.spacecraftByName)
        let hasPictures = PictureGroup.areSeveral(positions, model)
        return pagings(address, total: positions.count).map { paging in
            CraftListPage(
                positions: positions, paging: paging, inSpace: inSpace, flights: flights, configurations: configurations,
                constants: constants, hasPictures: hasPictures, silhouette: silhouette)
        }
    }
}
