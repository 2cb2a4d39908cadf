import Catalogue

extension PageKind {
    /// All kinds of files that a site has.
    ///
    /// They are rendered in this order: the longest work first, so that no core waits for it at the end. Feeds and downloads are by far the
    /// largest, and lists show many craft.
    static let all: [PageKind] = [
        // Feeds and data.
        JSONFeed.kind, AtomFeedView.kind, SitemapView.kind, SitemapView.indexKind, RobotsView.kind, Downloads.kind, SearchIndex.kind,
        // Lists.
        HomeView.kind, SpacecraftIndexView.kind, LicenceView.kind, ConfigurationIndexView.kind, AgencyIndexView.kind, FamilyIndexView.kind,
        StatusIndexView.kind, TypeIndexView.kind, CreditsView.kind, RecordsView.kind, ChangesPageView.kind, AboutView.kind, DataView.kind,
        // What craft have in common.
        ConfigurationView.kind, AgencyView.kind, FamilyView.kind, TypeView.kind, StatusView.kind,
        // All else.
        Assets.kind, NotFoundView.kind, SpacecraftView.kind, RedirectView.kind,
    ]
}

/// Which files the site has, each address once.
struct SitePlan: Sendable {
    let files: [SiteFile]

    init(_ model: SiteModel, assets: Assets, sitemapLimit: Int) {
        let kinds = PageKind.all
        var planner = SitePlanner(model: model, assets: assets, sitemapLimit: sitemapLimit)
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
                files[index] = make(planner).map { SiteFile(address: $0.address, role: kind.role, content: .bytes($0.write)) }
            case .pages(_, _, let make):
                let pages = make(planner)
                files[index] = pages.map {
                    SiteFile(address: $0.address, role: kind.role, content: .view(template: templates[index], $0.view))
                }
                guard let section = kind.sitemapSection else { return }
                let dataDate = model.input.dataDate.timestamp
                listed[section, default: []] += pages.map { .init(address: $0.address, modified: $0.modified ?? dataDate) }
            }
        }
        for index in kinds.indices where !kinds[index].followsOthers { make(index) }
        planner.listed = SitemapSection.allCases.flatMap { listed[$0] ?? [] }
        for index in kinds.indices where kinds[index].followsOthers { make(index) }
        self.files = Array(files.joined())
    }
}
