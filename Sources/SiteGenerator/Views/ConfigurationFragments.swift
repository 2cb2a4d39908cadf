import Catalogue
import Support
import TemplateEngine

/// The parts that the rows and pages of all craft of one configuration share. It is a class because a copy of so many values would cost
/// more than making the view. Most of what a row does not show is made when the first page asks for it: a build that makes few pages needs few.
/// The facts about craft cost so little that they are made at once.
final class ConfigurationFragments: Sendable {
    let names: ConfigurationNames
    let address: String
    let silhouette: Silhouette
    let link: TemplateObject
    let typeLink: TemplateObject?
    /// The configuration's families, type and agency.
    let facts: Lazy<[TemplateObject]>
    /// The configuration's picture, for the page of a craft without a picture of its own.
    let reusedFigure: Lazy<TemplateObject>
    /// The configuration's picture in a list of pictures.
    let card: Lazy<TemplateObject>
    /// What all its craft have in common, said once beside a table of some of them.
    let constants: Lazy<TemplateValue>
    /// The configuration's row in every table.
    let row: Lazy<TemplateObject>
    /// The configuration's node in the tree of another page.
    let treeNode: Lazy<TemplateObject>
    let group: CraftGroup
    /// The times in space of the configuration's craft. It is nil when fewer than two are recorded.
    let spread: Lazy<SpreadView.Drawing?>
    private let factOfFlown: TemplateObject
    private let factOfOthers: TemplateObject

    var configuration: Configuration { names.configuration }
    var type: ConfigurationType? { names.type }

    init(_ names: ConfigurationNames, _ model: SiteModel, _ messages: Messages) {
        self.names = names
        let (configuration, type) = (names.configuration, names.type)
        let address = Address.page(of: configuration)
        self.address = address
        silhouette = model.silhouette(of: type)
        link = LinkView.make(configuration.shownName, address).shared()
        typeLink = type.map { LinkView.make($0).shared() }
        facts = Lazy {
            [
                FactView.make(Label.family, ValueView.families(model.families(of: configuration))),
                type.map { FactView.make(Label.type, ValueView.entity($0)) },
                FactView.make(Label.agency, ValueView.entity(model.agency(of: configuration))),
            ].compactMap { $0?.shared() }
        }
        let silhouette = silhouette
        reusedFigure = Lazy {
            PictureView.make(
                configuration.imageID.flatMap { model.catalogue.images[id: $0] }, of: PictureView.spacecraft(of: configuration.shownName),
                alt: PictureView.alt(ofConfiguration: configuration.shownName),
                silhouette: silhouette, reusedFrom: .message("pictures.of_configuration", ["configuration": configuration.shownName]),
                model
            ).shared()
        }
        card = Lazy {
            PictureView.make(
                configuration.imageID.flatMap { model.catalogue.images[id: $0] }, of: PictureView.spacecraft(of: configuration.shownName),
                alt: PictureView.alt(ofConfiguration: configuration.shownName), silhouette: silhouette, size: .thumbnail, model
            ).shared()
        }
        let craftGroup = model.craft(ofConfiguration: configuration.id)
        constants = Lazy {
            guard let craft = craftGroup.positions.first.map({ model.spacecraftByName[$0] }) else { return .null }
            return ConstantsView.note(
                craftGroup.constants.subtracting(.configuration).values(
                    of: craft, configuration: nil,
                    status: craft.statusID.flatMap { model.catalogue.statuses[id: $0] }.map { $0.shownName }))
        }
        row = Lazy { ConfigurationTableView.row.object(ConfigurationTableView.Row(configuration, model), model).shared() }
        treeNode = Lazy { TreeView.node(configuration, address: address, model).shared() }
        group = craftGroup
        spread = Lazy {
            SpreadChart(craftGroup.positions.map { model.spacecraftByName[$0] }, messages).map {
                SpreadView.Drawing($0, of: configuration)
            }
        }
        factOfFlown = Self.fact(configuration, address, ifNotInUse: Self.noLongerInUse)
        factOfOthers = Self.fact(configuration, address, ifNotInUse: Self.notInUse)
    }

    /// The configuration as a fact about a craft.
    func fact(hasFlown: Bool) -> TemplateObject { hasFlown ? factOfFlown : factOfOthers }

    private static func fact(_ configuration: Configuration, _ address: String, ifNotInUse: TemplateValue) -> TemplateObject {
        let use = configuration.inUse.map { $0 ? inUse : ifNotInUse } ?? useNotRecorded
        return FactView.make(Label.configuration, ValueView.make(configuration.shownName, path: address), note: use).shared()
    }

    private static let inUse = TemplateValue.message("configuration.in_use")
    private static let useNotRecorded = TemplateValue.message("configuration.use_not_recorded")
    private static let notInUse = TemplateValue.message("configuration.not_in_use")
    private static let noLongerInUse = TemplateValue.message("configuration.no_longer_in_use")
}

/// A configuration with the source's own names for what it refers to, as downloads and feeds give them. A build that makes no more than these
/// needs no fragments.
final class ConfigurationNames: Sendable {
    let configuration: Configuration
    let type: ConfigurationType?
    let agency: String?
    let families: [TemplateValue]
    /// What a craft is found by in a feed reader, in the words of the feed's language.
    let tags: [TemplateValue]

    init(_ configuration: Configuration, _ model: SiteModel) {
        let (type, agency) = (model.type(of: configuration), model.agency(of: configuration))
        self.configuration = configuration
        self.type = type
        self.agency = agency?.name
        tags = [configuration.shownName, type?.shownName, agency?.shownName].compactMap(\.self)
        families = model.families(of: configuration).map { .text($0.name) }
    }
}
