import Catalogue

/// What the kinds of pages say by which of their pages a site has.
struct SitePlanner: Sendable {
    let model: SiteModel
    let assets: Assets
    /// So many pages stand in one sitemap.
    let sitemapLimit: Int
    /// The pages that search engines are sent to; empty for kinds that do not follow others.
    var listed: [SitemapView.Entry] = []

    /// The pages of a table that begins at an address.
    func pagings(_ address: String, total: Int) -> [Paging] {
        let size = model.settings.pageSize
        return (1...Paging.pageCount(total: total, pageSize: size)).map { Paging(base: address, total: total, pageSize: size, page: $0) }
    }

    /// The pages of an entity that several configurations share.
    func craftPages(_ address: String, of configurations: [Configuration]) -> [CraftListPage] {
        craftPages(address, model.positions(of: configurations), of: configurations)
    }

    /// The pages of an entity that craft share.
    ///
    /// - Parameter positions: places in the order of names, ascending.
    func craftPages(_ address: String, _ positions: [Int], of configurations: [Configuration] = []) -> [CraftListPage] {
        let inSpace = positions.count { model.spacecraftByName[$0].inSpace }
        let flights = positions.reduce(0) { $0 + (model.spacecraftByName[$1].flightsCount ?? 0) }
        let silhouette = model.mainSilhouette(of: configurations)
        return pagings(address, total: positions.count).map { paging in
            CraftListPage(
                positions: positions, paging: paging, inSpace: inSpace, flights: flights, configurations: configurations,
                silhouette: silhouette)
        }
    }
}
