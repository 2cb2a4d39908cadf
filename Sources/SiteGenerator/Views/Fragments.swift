import Catalogue
import Support
import TemplateEngine

/// The parts of views that many pages show, made once from the facts of the site. The text that templates make of them is cached with them.
struct Fragments: Sendable {
    let common = CommonFragments()
    /// The row of each craft in the tables, by its place in the order of names. About twenty tables show each row.
    let rows: [TemplateObject]
    private let configurations: [Configuration.ID: ConfigurationFragments]
    /// The fragments of each craft's configuration, by the craft's place in the order of names.
    private let craft: [ConfigurationFragments?]
    private let statuses: [Status.ID: StatusFragments]
    private let pictures: [Image.ID: PictureFragments]

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
                craft: spacecraft, path: model.addresses[position], configuration: craft[position],
                status: spacecraft.statusID.flatMap { statuses[$0] })
            return CraftRowView.make(row, model).shared()
        }
    }

    func ofConfiguration(_ id: Configuration.ID) -> ConfigurationFragments? { configurations[id] }

    /// The fragments of a craft's configuration.
    ///
    /// - Parameter position: the craft's place in the order of names.
    func ofCraft(at position: CraftPosition) -> ConfigurationFragments? { craft[position] }

    func ofStatus(_ id: Status.ID?) -> StatusFragments? { id.flatMap { statuses[$0] } }

    func ofPicture(_ id: Image.ID) -> PictureFragments? { pictures[id] }

    func silhouette(of craft: Spacecraft) -> Silhouette { configurations[craft.configurationID]?.silhouette ?? .unknown }
}

/// The parts of views that do not depend on the catalogue.
struct CommonFragments: Sendable {
    /// The navigation for the pages of each section, and for the pages outside all sections.
    let navigations: [PageFrame.Section?: TemplateValue]
    /// The columns of craft tables with a fixed order.
    let fixedColumns: [TableOrder: TemplateValue]
    /// The flags of a page with one drawing.
    let silhouettes: [Silhouette: TemplateObject]
    let unknownSerialNumber = FactView.make("Serial number", ValueView.unknown()).shared()
    let inSpaceNow = FactView.make("In space now", ValueView.truth(true)).shared()
    let notInSpaceNow = FactView.make("In space now", ValueView.truth(false)).shared()
    let unknownInSpaceNow = FactView.make("In space now", ValueView.truth(nil)).shared()

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

/// The parts that the rows and pages of all craft of one status share.
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

/// The data of a picture for search engines and feed readers. It is made once because many craft share their configuration's picture.
struct PictureFragments: Sendable {
    /// Nil for a picture that is not shown.
    let structuredData: TemplateObject?
    let feedItem: TemplateObject?

    init(_ image: Image, _ model: SiteModel) {
        structuredData = StructuredData.image(image, model)
        feedItem = JSONFeed.picture(image, model)
    }
}
