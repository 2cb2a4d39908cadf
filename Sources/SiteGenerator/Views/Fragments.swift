import Catalogue
import Support
import TemplateEngine

/// The parts of views that many pages show, each made once, when the first of these pages needs it. The text that templates make of them is cached with them.
struct Fragments: Sendable {
    let common: CommonFragments
    /// The rows of craft in the tables, by their places in the order of names. About twenty tables show each row.
    private let rows: LazyTable<TemplateObject>
    private let names: [Configuration.ID: ConfigurationNames]
    private let configurations: [Configuration.ID: Lazy<ConfigurationFragments>]
    /// The fragments of each craft's configuration, by the craft's place in the order of names.
    private let craft: [Lazy<ConfigurationFragments>?]
    private let statuses: [Status.ID: StatusFragments]
    private let pictures: [Image.ID: Lazy<PictureFragments>]
    /// The rows of the lists of agencies and of families, by name.
    let agencyRows: Lazy<[CountTableView.Row]>
    let familyRows: Lazy<[CountTableView.Row]>

    init(_ model: SiteModel, _ messages: Messages) {
        common = CommonFragments(Navigation(model))
        let catalogue = model.catalogue
        let statuses = Dictionary(uniqueKeysWithValues: catalogue.statuses.map { ($0.id, StatusFragments($0)) })
        names = Dictionary(uniqueKeysWithValues: catalogue.configurations.map { ($0.id, ConfigurationNames($0, model)) })
        let configurations = names.mapValues { names in Lazy { ConfigurationFragments(names, model, messages) } }
        let craft = model.spacecraftByName.map { configurations[$0.configurationID] }
        self.statuses = statuses
        self.configurations = configurations
        self.craft = craft
        agencyRows = Lazy { AgencyIndexView.rows(model) }
        familyRows = Lazy { FamilyIndexView.rows(model) }
        pictures = Dictionary(
            uniqueKeysWithValues: catalogue.images.map { image in (image.id, Lazy { PictureFragments(image, model) }) })
        rows = LazyTable(count: craft.count) { position in
            let spacecraft = model.spacecraftByName[position]
            let row = CraftRowView.Row(
                craft: spacecraft, path: model.addresses[position], configuration: craft[position]?.value,
                status: spacecraft.statusID.flatMap { statuses[$0] })
            return CraftRowView.make(row, model).shared()
        }
    }

    /// The row of a craft.
    func row(_ position: CraftPosition) -> TemplateObject { rows[position.index] }

    func names(ofConfiguration id: Configuration.ID) -> ConfigurationNames? { names[id] }

    func ofConfiguration(_ id: Configuration.ID) -> ConfigurationFragments? { configurations[id]?.value }

    /// The fragments of a craft's configuration.
    ///
    /// - Parameter position: the craft's place in the order of names.
    func ofCraft(at position: CraftPosition) -> ConfigurationFragments? { craft[position]?.value }

    func ofStatus(_ id: Status.ID?) -> StatusFragments? { id.flatMap { statuses[$0] } }

    func ofPicture(_ id: Image.ID) -> PictureFragments? { pictures[id]?.value }

    func silhouette(of craft: Spacecraft) -> Silhouette { configurations[craft.configurationID]?.value.silhouette ?? .unknown }
}

/// The parts of views that do not depend on the catalogue.
struct CommonFragments: Sendable {
    /// The navigation for the pages of each of its entries, by the addresses of those, and for all other pages.
    private let navigations: [String?: TemplateValue]
    /// The links to the operator's own pages that the navigation does not have.
    let otherPages: TemplateValue
    /// The columns of craft tables with a fixed order.
    let fixedColumns: [TableOrder: [(column: CraftColumns, view: TemplateObject)]]
    /// Which columns tables have that leave these out.
    let shown: [CraftColumns: TemplateValue]
    /// The flags of a page with one drawing.
    let silhouettes: [Silhouette: TemplateObject]
    let unknownSerialNumber = FactView.make(Label.serialNumber, ValueView.unknown()).shared()
    let inSpaceNow = FactView.make(Label.inSpaceNow, ValueView.truth(true)).shared()
    let notInSpaceNow = FactView.make(Label.inSpaceNow, ValueView.truth(false)).shared()
    let unknownInSpaceNow = FactView.make(Label.inSpaceNow, ValueView.truth(nil)).shared()

    init(_ navigation: Navigation) {
        let entries = Set(navigation.items.filter { !$0.isOutside }.map(\.address))
        navigations = Dictionary(uniqueKeysWithValues: (entries.map { $0 } + [nil]).map { ($0, navigation.view(current: $0)) })
        otherPages = navigation.othersView
        silhouettes = Dictionary(uniqueKeysWithValues: Silhouette.allCases.map { ($0, SilhouetteUse.flags([$0]).shared()) })
        fixedColumns = Dictionary(
            uniqueKeysWithValues: TableOrder.allCases.map { order in
                (order, CraftTableView.columns(order, isReversed: false, isIndex: false).map { ($0.column, $0.view.shared()) })
            })
        shown = Dictionary(
            uniqueKeysWithValues: (0...CraftColumns.all.rawValue).map(CraftColumns.init).map {
                ($0, CraftTableView.shown(without: $0))
            })
    }

    /// The navigation of a page. The entry that leads to it, or to the index of its part of the site, is the current one.
    func navigation(at address: String) -> TemplateValue {
        let part = address.prefix { $0 != "/" } + "/"
        return navigations[address] ?? navigations[String(part)] ?? navigations[nil] ?? .null
    }
}

/// The parts that the rows and pages of all craft of one status share.
final class StatusFragments: Sendable {
    let status: Status
    /// The name on pages.
    let name: TemplateValue
    let address: String
    let link: TemplateObject
    /// The status as a fact about a craft.
    let fact: TemplateObject

    init(_ status: Status) {
        self.status = status
        name = status.shownName
        address = Address.page(of: status)
        link = LinkView.make(name, address).shared()
        fact = FactView.make(Label.status, ValueView.make(name, path: address)).shared()
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
