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
    func ofCraft(at position: Int) -> ConfigurationFragments? { craft[position] }

    func ofStatus(_ id: Int) -> StatusFragments? { statuses[id] }

    func ofPicture(_ id: Int) -> PictureFragments? { pictures[id] }

    func silhouette(of craft: Spacecraft) -> Silhouette { configurations[craft.configurationID]?.silhouette ?? .unknown }
}
