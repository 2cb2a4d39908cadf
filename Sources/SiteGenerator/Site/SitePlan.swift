import Catalogue

/// Which files the site has, each address once.
struct SitePlan: Sendable {
    let files: [SiteFile]
    /// The pages for search engines: craft, what they have in common, lists.
    let sitemapEntries: [SitemapView.Entry]

    init(_ model: SiteModel, assets: Assets, sitemapLimit: Int) {
        let (craft, fleets, indexes) = (Self.craft(model), Self.fleets(model), Self.indexes(model))
        let pages = craft + fleets + indexes
        let taken = Set(pages.map(\.address))
        let entries = pages.map { SitemapView.Entry(address: $0.address, modified: Self.modified($0, model)) }
        sitemapEntries = entries
        let redirects = Redirect.all(model).filter { !taken.contains($0.from) }.map { SiteFile($0.from, .redirect($0)) }
        // The longest work first, so that no core waits for it at the end: feeds and downloads are by far the largest, and lists show many craft.
        files =
            Self.feeds(model, pageCount: entries.count, sitemapLimit: sitemapLimit) + indexes + fleets
            + assets.files.map { SiteFile($0.address, .asset($0.file)) } + [SiteFile(Address.notFound, .notFound)] + craft + redirects
    }

    private static func craft(_ model: SiteModel) -> [SiteFile] {
        model.addresses.indices.map { SiteFile(model.addresses[$0], .spacecraft($0)) }
    }

    /// The pages of all that craft have in common.
    private static func fleets(_ model: SiteModel) -> [SiteFile] {
        let catalogue = model.catalogue
        var files: [SiteFile] = []
        for (index, configuration) in model.configurationsByName.enumerated() {
            let positions = model.fleet(ofConfiguration: configuration.id).positions
            files += fleetPages(Address.page(of: configuration), positions, model) { .configuration(index, $0) }
        }
        for (index, agency) in model.agenciesByName.enumerated() {
            files += fleetPages(Address.page(of: agency), of: catalogue.configurations(ofAgency: agency.id), model) { .agency(index, $0) }
        }
        for (index, family) in model.familiesByName.enumerated() {
            files += fleetPages(Address.page(of: family), of: catalogue.configurations(ofFamilyTree: family.id), model) {
                .family(index, $0)
            }
        }
        for (index, type) in model.typesByName.enumerated() {
            files += fleetPages(Address.page(of: type), of: catalogue.configurations(ofType: type.id), model) { .type(index, $0) }
        }
        let byStatus = Dictionary(grouping: model.spacecraftByName.indices) { model.spacecraftByName[$0].statusID }
        for (index, status) in model.statusesByName.enumerated() {
            files += fleetPages(Address.page(of: status), byStatus[status.id] ?? [], model) { .status(index, $0) }
        }
        return files
    }

    private static func indexes(_ model: SiteModel) -> [SiteFile] {
        var files = [SiteFile(Address.home, .home)]
        for order in TableOrder.allCases {
            for isReversed in [false, true] {
                files += pagings(order.address(isReversed: isReversed), model.spacecraftByName.count, model).map {
                    SiteFile($0.address, .spacecraftIndex(order, isReversed: isReversed, $0))
                }
            }
        }
        for (index, licence) in model.licencesByName.enumerated() {
            let count = model.images(under: licence).count
            files += pagings(model.licencePages[licence], count, model).map { SiteFile($0.address, .licence(index, $0)) }
        }
        return files + [
            SiteFile(Address.configurations, .configurationIndex), SiteFile(Address.agencies, .agencyIndex),
            SiteFile(Address.families, .familyIndex), SiteFile(Address.statuses, .statusIndex), SiteFile(Address.types, .typeIndex),
            SiteFile(Address.credits, .credits), SiteFile(Address.records, .records), SiteFile(Address.changes, .changes),
            SiteFile(Address.about, .about), SiteFile(Address.data, .data),
        ]
    }

    private static func feeds(_ model: SiteModel, pageCount: Int, sitemapLimit: Int) -> [SiteFile] {
        let feedPages = Paging.pageCount(total: model.spacecraftByName.count, pageSize: model.settings.pageSize)
        var files = (1...feedPages).map { SiteFile(JSONFeed.address(ofPage: $0), .jsonFeed(page: $0)) }
        files.append(SiteFile(Address.atomFeed, .atomFeed))
        if pageCount <= sitemapLimit {
            files.append(SiteFile(Address.sitemap, .sitemap(0..<pageCount)))
        } else {
            let parts = stride(from: 0, to: pageCount, by: sitemapLimit).map {
                $0..<min($0 + sitemapLimit, pageCount)
            }
            files += parts.enumerated().map { SiteFile(SitemapView.address(ofPart: $0.offset + 1), .sitemap($0.element)) }
            files.append(SiteFile(Address.sitemap, .sitemapIndex(parts: parts.count)))
        }
        files.append(SiteFile(Address.robots, .robots))
        files += SiteFile.Download.all(model).map { SiteFile(Address.data + $0.rawValue, .download($0)) }
        files.append(SiteFile(SearchIndex.address, .searchIndex))
        return files
    }

    private static func fleetPages(
        _ address: String, of configurations: [Configuration], _ model: SiteModel, _ content: (FleetPage) -> SiteFile.Content
    ) -> [SiteFile] {
        fleetPages(address, model.positions(of: configurations), of: configurations, model, content)
    }

    private static func fleetPages(
        _ address: String, _ positions: [Int], of configurations: [Configuration] = [], _ model: SiteModel,
        _ content: (FleetPage) -> SiteFile.Content
    ) -> [SiteFile] {
        let inSpace = positions.count { model.spacecraftByName[$0].inSpace }
        let flights = positions.reduce(0) { $0 + (model.spacecraftByName[$1].flightsCount ?? 0) }
        let silhouette = MainSilhouette.of(configurations, model)
        return pagings(address, positions.count, model).map { paging in
            let page = FleetPage(
                positions: positions, paging: paging, inSpace: inSpace, flights: flights, configurations: configurations,
                silhouette: silhouette)
            return SiteFile(paging.address, content(page))
        }
    }

    private static func pagings(_ address: String, _ total: Int, _ model: SiteModel) -> [Paging] {
        let size = model.settings.pageSize
        return (1...Paging.pageCount(total: total, pageSize: size)).map { Paging(base: address, total: total, pageSize: size, page: $0) }
    }

    /// When what a page shows last changed: for a craft its own last change, for all else the date of the data.
    private static func modified(_ file: SiteFile, _ model: SiteModel) -> Timestamp? {
        guard case .spacecraft(let position) = file.content else { return model.input.dataDate.timestamp }
        return FeedItems.modified(model.spacecraftByName[position], model)
    }
}
