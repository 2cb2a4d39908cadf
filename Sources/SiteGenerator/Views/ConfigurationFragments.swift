import Catalogue
import TemplateEngine

/// The parts that the rows and pages of all craft of one configuration share. It is a class because a copy of so many values would cost
/// more than making the view.
final class ConfigurationFragments: Sendable {
    let configuration: Configuration
    let type: ConfigurationType?
    let agencyName: String?
    let familyNames: [TemplateValue]
    let address: String
    let silhouette: Silhouette
    let link: TemplateObject
    let typeLink: TemplateObject?
    /// The configuration's families, type and agency.
    let facts: [TemplateObject]
    /// The configuration's picture, for the page of a craft without a picture of its own.
    let reusedFigure: TemplateObject
    /// The configuration's node in the tree of another page.
    let treeNode: TemplateObject
    let group: CraftGroup
    /// The times in space of the configuration's craft. It is nil when fewer than two are recorded.
    let spread: SpreadView.Drawing?
    private let factOfFlown: TemplateObject
    private let factOfOthers: TemplateObject

    init(_ configuration: Configuration, _ model: SiteModel) {
        self.configuration = configuration
        let address = Address.page(of: configuration)
        self.address = address
        type = model.type(of: configuration)
        agencyName = model.agency(of: configuration)?.name
        familyNames = model.families(of: configuration).map { .text($0.name) }
        silhouette = model.silhouette(of: type)
        link = LinkView.make(configuration.name, address).shared()
        typeLink = type.map { LinkView.make($0.name, Address.page(of: $0)).shared() }
        facts =
            [
                FactView.make("Family", ValueView.families(model.families(of: configuration))),
                type.map { FactView.make("Type", ValueView.make($0.name, path: Address.page(of: $0))) },
                FactView.make("Agency", ValueView.agency(model.agency(of: configuration))),
            ].compactMap { $0?.shared() }
        reusedFigure =
            PictureView.make(
                configuration.imageID.flatMap { model.catalogue.images[id: $0] }, of: "a \(name: configuration.name) spacecraft",
                silhouette: silhouette, reusedFrom: "Picture of the configuration \(name: configuration.name), not of this craft alone.",
                model
            ).shared()
        treeNode = TreeView.node(configuration, address: address, model).shared()
        group = model.craft(ofConfiguration: configuration.id)
        spread = SpreadChart(group.positions.map { model.spacecraftByName[$0] }).map { SpreadView.Drawing($0, of: configuration) }
        factOfFlown = Self.fact(configuration, address, ifNotInUse: "no longer in use")
        factOfOthers = Self.fact(configuration, address, ifNotInUse: "not in use")
    }

    /// The configuration as a fact about a craft.
    func fact(hasFlown: Bool) -> TemplateObject { hasFlown ? factOfFlown : factOfOthers }

    private static func fact(_ configuration: Configuration, _ address: String, ifNotInUse: String) -> TemplateObject {
        let use = configuration.inUse.map { $0 ? "in use" : ifNotInUse } ?? "use not recorded"
        return FactView.make("Configuration", ValueView.make(configuration.name, path: address), note: use).shared()
    }
}
