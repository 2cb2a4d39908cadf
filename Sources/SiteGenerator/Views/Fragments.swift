import Catalogue
import Support
import TemplateEngine

/// Parts of views that many pages show, made once of the facts of a site. What templates make of them is remembered with them.
struct Fragments: Sendable {
    let common = CommonFragments()
    /// Each craft as the tables show it, by its place in the order of names; some twenty tables show each.
    let rows: [TemplateObject]
    private let configurations: [Int: ConfigurationFragments]
    /// Those of each craft's configuration, by the craft's place in the order of names.
    private let craft: [ConfigurationFragments?]
    private let statuses: [Int: StatusFragments]
    private let pictures: [Int: PictureFragments]

    init(_ model: SiteModel) {
        let catalogue = model.catalogue
        let statuses = Dictionary(uniqueKeysWithValues: catalogue.statuses.map { ($0.id, StatusFragments($0)) })
        let configurations = Concurrently.table(of: catalogue.configurations) { ConfigurationFragments($0, model) }
        let craft = model.spacecraftByName.map { configurations[$0.configurationID] }
        self.statuses = statuses
        self.configurations = configurations
        self.craft = craft
        pictures = Concurrently.table(of: catalogue.images) { PictureFragments($0, model) }
        rows = Concurrently.array(count: craft.count) { position in
            let spacecraft = model.spacecraftByName[position]
            let row = CraftRowView.Row(
                craft: spacecraft, path: model.addresses[position], configuration: craft[position], status: statuses[spacecraft.statusID])
            return CraftRowView.make(row, model).shared()
        }
    }

    func ofConfiguration(_ id: Int) -> ConfigurationFragments? { configurations[id] }

    /// Those of a craft's configuration.
    ///
    /// - Parameter position: the craft's place in the order of names.
    func ofCraft(at position: CraftPosition) -> ConfigurationFragments? { craft[position] }

    func ofStatus(_ id: Int) -> StatusFragments? { statuses[id] }

    func ofPicture(_ id: Int) -> PictureFragments? { pictures[id] }

    func silhouette(of craft: Spacecraft) -> Silhouette { configurations[craft.configurationID]?.silhouette ?? .unknown }
}

/// What pages show alike whatever the catalogue holds.
struct CommonFragments: Sendable {
    /// The navigation of the pages of a section, and of those that belong to none.
    let navigations: [PageFrame.Section?: TemplateValue]
    /// The columns of tables of craft whose order cannot be chosen.
    let fixedColumns: [TableOrder: TemplateValue]
    /// The flags of a page that has one drawing.
    let silhouettes: [Silhouette: TemplateObject]
    let unknownSerialNumber = FactView.make("Serial number", ValueView.unknown()).shared()
    let inSpaceNow = FactView.make("In space now", ValueView.truth(true)).shared()
    let notInSpaceNow = FactView.make("In space now", ValueView.truth(false)).shared()

    init() {
        let sections: [PageFrame.Section?] = PageFrame.Section.allCases + [nil]
        navigations = Dictionary(uniqueKeysWithValues: sections.map { ($0, .objects(PageFrame.navigation($0).map { $0.shared() })) })
        silhouettes = Dictionary(uniqueKeysWithValues: Silhouette.allCases.map { ($0, SilhouetteUse.flags([$0]).shared()) })
        fixedColumns = Dictionary(
            uniqueKeysWithValues: TableOrder.allCases.map { order in
                (order, .objects(CraftTableView.columns(order, isReversed: false, isIndex: false).map { $0.shared() }))
            })
    }
}

/// What the rows and pages of all craft of one status show alike.
final class StatusFragments: Sendable {
    let name: String
    let address: String
    let link: TemplateObject
    /// The status as a fact about a craft.
    let fact: TemplateObject

    init(_ status: Status) {
        name = status.name
        address = Address.page(of: status)
        link = LinkView.make(name, address).shared()
        fact = FactView.make("Status", ValueView.make(name, path: address)).shared()
    }
}

/// What search engines and feed readers get about a picture: many craft share their configuration's.
struct PictureFragments: Sendable {
    /// Nil for a picture that is not shown.
    let structuredData: TemplateObject?
    let feedItem: TemplateObject?

    init(_ image: Image, _ model: SiteModel) {
        structuredData = StructuredData.image(image, model)
        feedItem = JSONFeed.picture(image, model)
    }
}
