/// One file of the site: where it stands, and what it is made of. ``SiteGenerator/render(_:into:)`` makes its bytes.
public struct SiteFile: Sendable {
    /// What a file is to a reader in the middle of a publication: what is needed by others is put in place before them.
    public enum Role: Sendable {
        case asset
        case page
        case index
        case feed
    }

    /// From the site's root, without a leading slash: `spacecraft/126-soyuz-tm-4/`, `feed.json`.
    public let address: String
    let content: Content

    init(_ address: String, _ content: Content) {
        self.address = address
        self.content = content
    }

    /// The path of the file below the output folder: `spacecraft/126-soyuz-tm-4/index.html`.
    public var path: String { Address.file(of: address) }

    public var role: Role {
        switch content {
        case .asset, .searchIndex: .asset
        case .jsonFeed, .atomFeed, .sitemap, .sitemapIndex, .robots, .download: .feed
        case .home, .spacecraftIndex, .configurationIndex, .agencyIndex, .familyIndex, .statusIndex, .typeIndex, .credits, .records,
            .changes:
            .index
        case .spacecraft, .configuration, .agency, .family, .status, .type, .licence, .about, .data, .notFound, .redirect: .page
        }
    }

    /// Whether a visitor reads it as a page.
    public var isPage: Bool { path.hasSuffix(".html") }

    enum Content: Sendable {
        case home
        /// A craft by its place in the order of names.
        case spacecraft(Int)
        case spacecraftIndex(TableOrder, isReversed: Bool, Paging)
        case configurationIndex, agencyIndex, familyIndex, statusIndex, typeIndex
        /// Entities by their place in the order of names.
        case configuration(Int, FleetPage)
        case agency(Int, FleetPage)
        case family(Int, FleetPage)
        case status(Int, FleetPage)
        case type(Int, FleetPage)
        case credits
        case licence(Int, Paging)
        case records, changes, about, data, notFound
        case redirect(Redirect)
        case atomFeed
        case jsonFeed(page: Int)
        case sitemap(Range<Int>)
        case sitemapIndex(parts: Int)
        case robots
        case download(Download)
        case searchIndex
        case asset(Theme.File)
    }

    enum Download: String, Sendable, CaseIterable {
        case spacecraftJSON = "spacecraft.json"
        case spacecraftCSV = "spacecraft.csv"
        case configurationsJSON = "configurations.json"
        case configurationsCSV = "configurations.csv"
        /// Only where there are flights.
        case flightsJSON = "flights.json"
        case flightsCSV = "flights.csv"

        static func all(_ model: SiteModel) -> [Download] {
            allCases.filter { model.hasFlights || ($0 != .flightsJSON && $0 != .flightsCSV) }
        }
    }
}
