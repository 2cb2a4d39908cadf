import Catalogue
import TemplateEngine

extension PageKind {
    /// All kinds of files of a site.
    ///
    /// They are rendered in this order. The longest work comes first, so that no core waits for it at the end. Feeds and downloads are by
    /// far the largest, and lists show many craft.
    static let all: [PageKind] = [
        // Feeds and data.
        JSONFeed.kind, AtomFeedView.kind, SitemapView.kind, SitemapView.indexKind, RobotsView.kind, SQLiteDownload.kind,
        Downloads.kind, SearchIndex.kind, DataPackage.kind, CSVWMetadata.kind, SchemaFile.kind,
        // Lists.
        HomeView.kind, SpacecraftIndexView.kind, LicenceView.kind, ConfigurationIndexView.kind, AgencyIndexView.kind, FamilyIndexView.kind,
        StatusIndexView.kind, TypeIndexView.kind, CreditsView.kind, MissingLicencesView.kind, SuperlativesView.kind, InSpaceView.kind,
        TimelineView.kind,
        PicturesView.kind, ChangesPageView.kind, AboutView.kind, DataView.kind, OwnPageView.kind,
        // Groups to which craft belong.
        ConfigurationView.kind, AgencyView.kind, FamilyView.kind, TypeView.kind, StatusView.kind,
        // Everything else.
        Assets.kind, NotFoundView.kind, SpacecraftView.kind, CraftRecord.kind, RedirectView.kind, StatusFile.kind,
    ]

    /// All kinds, and at the end those of the pages that templates of the site make.
    static func all(with pages: [TemplatePage]) -> [PageKind] { all + pages.map(TemplatePageView.kind) }
}

/// The files of the site. Each address occurs once.
struct SitePlan: Sendable {
    let files: [SiteFile]

    init(
        _ model: SiteModel, _ orders: Orders, _ inputs: PageInputs, assets: Assets, usedFields: [String: UsedFields] = [:],
        sitemapLimit: Int
    ) {
        let kinds = PageKind.all(with: model.settings.pages)
        var planner = PlanContext(
            model: model, orders: orders, inputs: inputs, assets: assets, usedFields: usedFields, sitemapLimit: sitemapLimit)
        var files: [[SiteFile]] = Array(repeating: [], count: kinds.count)
        var listed: [SitemapSection: [SitemapView.Entry]] = [:]
        var template = 0
        let templates = kinds.map { kind in
            defer { template += kind.template == nil ? 0 : 1 }
            return template
        }
        func make(_ index: Int) {
            let kind = kinds[index]
            switch kind.content {
            case .files(let make):
                files[index] = make(planner).map {
                    SiteFile(
                        address: $0.address, kind: kind.fileKind, content: .bytes($0.write), inputs: inputs.file($0.inputs),
                        isShared: kind.isShared)
                }
            case .pages(let name, _, let make):
                let pages = make(planner)
                files[index] = pages.map {
                    SiteFile(
                        address: $0.address, kind: kind.fileKind, content: .view(template: templates[index], $0.view), template: name,
                        modified: $0.modified, inputs: inputs.file($0.inputs, modified: $0.modified), isShared: kind.isShared)
                }
                guard let section = kind.sitemapSection else { return }
                listed[section, default: []] += pages.map { .init(address: $0.address, modified: $0.modified, languages: $0.languages) }
            }
        }
        for index in kinds.indices where !kinds[index].followsOthers { make(index) }
        planner.listed = SitemapSection.allCases.flatMap { listed[$0] ?? [] }
        for index in kinds.indices where kinds[index].followsOthers { make(index) }
        self.files = Array(files.joined())
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
    /// The maximum number of pages in one sitemap.
    let sitemapLimit: Int
    /// The pages for the sitemap. It is empty for kinds that do not depend on others.
    var listed: [SitemapView.Entry] = []

    /// The pages of a table whose first page has this address.
    func pagings(_ address: String, total: Int) -> [Paging] {
        let size = model.settings.pageSize
        return (1...Paging.pageCount(total: total, pageSize: size)).map { Paging(base: address, total: total, pageSize: size, page: $0) }
    }

    /// The page of an entity with its list of craft, and the further pages of the list.
    ///
    /// - Parameters:
    ///   - position: the place of the entity in the order of names.
    ///   - ordered: all entities of the kind in that order.
    ///   - lists: the lists, one for each page.
    func pages<E: Entity>(
        ofEntityAt position: Int, in ordered: [E], _ lists: [CraftListPage],
        _ view: @escaping @Sendable (CraftListPage, ViewContext) -> TemplateObject
    ) -> [Page] {
        zip(lists, inputs.pages(ofEntityAt: position, in: ordered, lists)).map { list, inputs in
            Page(list.paging.address, modified: list.modified(of: ordered[position], model), inputs: inputs) { view(list, $0) }
        }
    }

    /// The pages of an entity to which several configurations belong.
    func craftPages(_ address: String, of configurations: [Configuration]) -> [CraftListPage] {
        craftPages(address, model.positions(of: configurations), of: configurations)
    }

    /// The pages of an entity to which craft belong.
    ///
    /// - Parameter positions: the places of the craft in the order of names, ascending.
    func craftPages(_ address: String, _ positions: [CraftPosition], of configurations: [Configuration] = []) -> [CraftListPage] {
        let inSpace = positions.count { model.spacecraftByName[$0].isInSpace }
        let flights = positions.reduce(0) { $0 + (model.spacecraftByName[$1].flightsCount ?? 0) }
        let silhouette = model.mainSilhouette(of: configurations)
        let constants = CraftColumns(constantIn: positions.lazy.map { model.spacecraftByName[$0] })
        let hasPictures = PictureGroup.areSeveral(positions, model)
        return pagings(address, total: positions.count).map { paging in
            CraftListPage(
                positions: positions, paging: paging, inSpace: inSpace, flights: flights, configurations: configurations,
                constants: constants, hasPictures: hasPictures, silhouette: silhouette)
        }
    }
}
