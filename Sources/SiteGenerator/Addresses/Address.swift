import Catalogue

/// The addresses of pages, from the site's root and without a leading slash: `spacecraft/126-soyuz-tm-4/`.
///
/// The id makes an address permanent, the slug makes it readable.
enum Address {
    static let home = ""
    static let spacecraftIndex = "spacecraft/"
    static let configurations = "configurations/"
    static let agencies = "agencies/"
    static let families = "families/"
    static let statuses = "statuses/"
    static let types = "types/"
    static let credits = "credits/"
    static let missingLicences = credits + "missing-licences/"
    static let inSpace = "in-space/"
    static let flights = "flights/"
    static let compare = "compare/"
    static let records = "records/"
    static let changes = "changes/"
    static let about = "about/"
    static let data = "data/"
    static let notFound = "404.html"
    static let jsonFeed = "feed.json"
    static let atomFeed = "feed.xml"
    static let sitemap = "sitemap.xml"
    static let robots = "robots.txt"
    static let openSearch = "opensearch.xml"
    static let status = "status.json"

    /// The names at the root of a site that no page of the operator may have: those of the theme's files and folders.
    static let reserved: Set<String> = Set(
        [
            spacecraftIndex, configurations, agencies, families, statuses, types, credits, records, changes, about, data, notFound,
            inSpace, flights, compare, openSearch, jsonFeed, atomFeed, sitemap, robots, status, "assets/", "feed/", "pictures/", "index",
        ].map { String($0.prefix { $0 != "/" }) })

    static func page<E: PageEntity>(of entity: E) -> String { page(of: E.self, entity.id, entity.name) }

    /// The page of an entity that has, or had, this name.
    static func page<E: PageEntity>(of _: E.Type, _ id: RecordID<E>, _ name: String) -> String {
        E.pageIndex + segment(id, NamelessEntity.isMade(name, for: EntityKey(id)) ? "" : name)
    }

    /// The same for an entity of any kind; nil when entities of the kind have no such page.
    static func page(of entity: EntityKey, _ name: String) -> String? {
        func address<E: PageEntity>(_ type: E.Type) -> String { page(of: type, RecordID(entity.number), name) }
        return (entity.kind.type as? any PageEntity.Type).map { address($0) }
    }

    /// The address of one page of a table with several pages. The first page has no number.
    static func page(_ number: Int, of index: String) -> String {
        number == 1 ? index : "\(index)page/\(number)/"
    }

    /// The view of a list in pictures.
    static func pictures(of list: String) -> String { list + "pictures/" }

    /// The file that a static server sends for an address.
    static func file(of address: String) -> String {
        address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
    }

    /// The relative address of the site's root, from a given address: ``, `../`, `../../`.
    static func root(from address: String) -> String {
        String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
    }

    private static func segment<E>(_ id: RecordID<E>, _ name: String) -> String {
        let slug = Slug.make(name)
        let number = id.description
        return slug.isEmpty ? number + "/" : number + "-" + slug + "/"
    }
}

/// An entity with a page whose address is made of its id and its name.
protocol PageEntity: Entity {
    /// The folder of the pages of its kind.
    static var pageIndex: String { get }
}

extension Spacecraft: PageEntity { static let pageIndex = Address.spacecraftIndex }
extension Configuration: PageEntity { static let pageIndex = Address.configurations }
extension Agency: PageEntity { static let pageIndex = Address.agencies }
extension Family: PageEntity { static let pageIndex = Address.families }
extension Status: PageEntity { static let pageIndex = Address.statuses }
extension ConfigurationType: PageEntity { static let pageIndex = Address.types }

/// The address of each licence's page: by its name alone (`credits/cc-by-sa-3-0/`), with the id in front where two names give one slug or none,
/// or where the name could be read as an id or an order of the list.
struct LicenceAddresses: Sendable {
    private let addresses: [Licence.ID: String]

    init(_ licences: some Collection<Licence>) {
        let slugs = licences.map { (id: $0.id, slug: $0.isStated ? Slug.make($0.name) : "not-stated") }
        // Beside the licences are the other orders of their list, and the pictures without one.
        let reserved =
            CreditsView.list.columns.map(\.slug) + [Address.missingLicences.dropFirst(Address.credits.count).dropLast()].map(String.init)
        let uses = Dictionary(grouping: slugs, by: \.slug).mapValues(\.count)
        addresses = Dictionary(
            uniqueKeysWithValues: slugs.map { id, slug in
                let isOwn = uses[slug] == 1 && slug.first?.isNumber == false && !reserved.contains(slug)
                let segment = slug.isEmpty ? "\(id)" : isOwn ? slug : "\(id)-\(slug)"
                return (id, Address.credits + segment + "/")
            })
    }

    subscript(licence: Licence) -> String {
        addresses[licence.id] ?? Address.credits
    }
}
