import Catalogue
import HTMLSanitizer
import Support
import TemplateEngine

/// The catalogue with what every page needs of it worked out once: orders, fleets, scales, last changes.
struct SiteModel: Sendable {
    let input: SiteInput
    let catalogue: Catalogue
    let licencePages: LicenceAddresses
    /// All craft in the natural order of their names. A craft's place here is what fleets and pages refer to it by.
    let spacecraftByName: [Spacecraft]
    let configurationsByName: [Configuration]
    let agenciesByName: [Agency]
    let familiesByName: [Family]
    let statusesByName: [Status]
    let typesByName: [ConfigurationType]
    /// Licences with pictures.
    let licencesByName: [Licence]
    let scales: Scales
    /// All craft as one fleet.
    let register: Fleet
    let history: HistoryIndex
    /// Whether any craft has flights told one by one.
    let hasFlights: Bool
    let marks: ChangeMarks
    let sanitizer = Sanitizer()
    let common = CommonParts()
    /// Families and configurations in the order of names, below each family.
    let tree: FamilyTree
    /// Each craft as the tables show it, by its place in the order of names: made once, for some twenty tables show each.
    private(set) var rows: [TemplateObject] = []
    /// The address of each craft's page, by its place in the order of names.
    let addresses: [String]
    private var configurationParts: [Int: ConfigurationParts] = [:]
    /// Of each craft's configuration, by the craft's place in the order of names.
    private var craftParts: [ConfigurationParts?] = []
    private let statusParts: [Int: StatusParts]
    private var pictureParts: [Int: PictureParts] = [:]
    private let pictures: [Int: PictureAddress]
    private let imagesByLicence: [Int: [Image]]
    private let fleets: [Int: Fleet]
    private let repeatedNames: RepeatedNames

    var settings: SiteSettings { input.settings }

    init(_ input: SiteInput) {
        self.input = input
        let catalogue = input.catalogue
        self.catalogue = catalogue
        licencePages = LicenceAddresses(catalogue.licences)
        let (spacecraftByName, names) = Concurrently.both(
            { Self.naturallyOrdered(catalogue.spacecraft) }, { (RepeatedNames(catalogue), HistoryIndex(input.history)) })
        self.spacecraftByName = spacecraftByName
        let history: HistoryIndex
        (repeatedNames, history) = names
        configurationsByName = Self.naturallyOrdered(catalogue.configurations)
        agenciesByName = Self.naturallyOrdered(catalogue.agencies)
        familiesByName = Self.naturallyOrdered(catalogue.families)
        statusesByName = Self.naturallyOrdered(catalogue.statuses)
        typesByName = Self.naturallyOrdered(catalogue.configurationTypes)
        let imagesByLicence = Dictionary(grouping: catalogue.images, by: \.licenceID)
        self.imagesByLicence = imagesByLicence
        licencesByName = Self.naturallyOrdered(catalogue.licences.filter { imagesByLicence[$0.id] != nil })
        let positions = Dictionary(grouping: spacecraftByName.indices) { spacecraftByName[$0].configurationID }
        fleets = Concurrently.table(of: catalogue.configurations) { Fleet(positions: positions[$0.id] ?? [], in: spacecraftByName) }
        scales = Scales(catalogue.spacecraft)
        register = Fleet(positions: Array(spacecraftByName.indices), in: spacecraftByName, isDrawn: false)
        self.history = history
        marks = ChangeMarks(history, in: catalogue)
        hasFlights = catalogue.spacecraft.contains { $0.flights?.isEmpty == false }
        tree = FamilyTree(catalogue, familiesByName: familiesByName, configurationsByName: configurationsByName)
        pictures = Concurrently.table(of: catalogue.images) { image in
            PictureAddress(
                image, catalogue.licences[id: image.licenceID], input.settings.images, copy: input.pictures[image.id],
                baseURL: input.settings.baseURL)
        }
        addresses = spacecraftByName.map(Address.page)
        statusParts = Dictionary(uniqueKeysWithValues: catalogue.statuses.map { ($0.id, StatusParts($0)) })
        let bare = self
        pictureParts = Concurrently.table(of: catalogue.images) { PictureParts($0, bare) }
        let model = self
        configurationParts = Concurrently.table(of: catalogue.configurations) { ConfigurationParts($0, model) }
        craftParts = spacecraftByName.map { configurationParts[$0.configurationID] }
        let whole = self
        rows = Concurrently.array(count: spacecraftByName.count) { CraftRowView.make(at: $0, whole).shared() }
    }

    /// Entities in the natural order of their names, equal names in the order of their ids.
    static func naturallyOrdered<E: Entity>(_ entities: some Sequence<E>) -> [E] {
        let entities = Array(entities)
        return naturalOrder(of: entities.map(\.name), ids: entities.map(\.id)).map { entities[$0] }
    }

    /// The places of names in their order. One for all kinds of entities: the compiler makes a sort for each type that it sees.
    @inline(never)
    private static func naturalOrder(of names: [String], ids: [Int]) -> [Int] {
        let keys = names.map(NaturalOrder.init)
        return keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : ids[$0] < ids[$1] }
    }

    /// The path of the base URL: `/` or `/catalogue/`.
    var basePath: String {
        let schemeEnd = settings.baseURL.firstRange(of: "//")?.upperBound ?? settings.baseURL.startIndex
        let afterScheme = settings.baseURL[schemeEnd...]
        return afterScheme.firstIndex(of: "/").map { String(afterScheme[$0...]) } ?? "/"
    }
}

extension SiteModel {
    /// The name, with the number where another entity of the kind has the same name: what a title is told by.
    func distinctName<E: Entity>(_ entity: E) -> String {
        let name = RepeatedNames.shownName(entity)
        return repeatedNames.contains(entity) ? "\(name) (No. \(entity.id))" : name
    }

    func pictureAddress(of image: Image) -> PictureAddress? { pictures[image.id] }

    func pictureAddress(of image: Int) -> PictureAddress? { pictures[image] }

    /// What the JSON feed says of a picture.
    func feedPicture(of image: Int) -> TemplateObject? { pictureParts[image]?.feedItem }

    func parts(ofConfiguration id: Int) -> ConfigurationParts? { configurationParts[id] }

    /// - Parameter position: the craft's place in the order of names.
    func parts(ofCraftAt position: Int) -> ConfigurationParts? { craftParts[position] }

    func parts(ofStatus id: Int) -> StatusParts? { statusParts[id] }

    func fleet(ofConfiguration id: Int) -> Fleet { fleets[id] ?? .empty }

    /// What search engines read of a picture.
    func structuredData(of image: Image) -> TemplateObject? { pictureParts[image.id]?.structuredData }

    /// In the order of their ids.
    func images(under licence: Licence) -> [Image] { imagesByLicence[licence.id] ?? [] }

    /// The places of the craft of several configurations in the order of names.
    func positions(of configurations: [Configuration]) -> [Int] {
        configurations.flatMap { fleet(ofConfiguration: $0.id).positions }.sorted()
    }

    func configuration(of craft: Spacecraft) -> Configuration? { catalogue.configurations[id: craft.configurationID] }

    func type(of configuration: Configuration?) -> ConfigurationType? {
        configuration.flatMap { catalogue.configurationTypes[id: $0.typeID] }
    }

    func agency(of configuration: Configuration?) -> Agency? {
        configuration.flatMap { catalogue.agencies[id: $0.agencyID] }
    }

    func families(of configuration: Configuration?) -> [Family] {
        (configuration?.familyIDs ?? []).compactMap { catalogue.families[id: $0] }
    }

    func silhouette(of craft: Spacecraft) -> Silhouette { parts(ofConfiguration: craft.configurationID)?.silhouette ?? .unknown }

    /// The page of an entity; nil when it is not in the catalogue or has no page.
    func address(of kind: EntityKind, _ id: Int) -> String? {
        switch kind {
        case .spacecraft: catalogue.spacecraft[id: id].map(Address.page)
        case .configuration: catalogue.configurations[id: id].map(Address.page)
        case .agency: catalogue.agencies[id: id].map(Address.page)
        case .family: catalogue.families[id: id].map(Address.page)
        case .status: catalogue.statuses[id: id].map(Address.page)
        case .configurationType: catalogue.configurationTypes[id: id].map(Address.page)
        case .licence: catalogue.licences[id: id].map { licencePages[$0] }
        case .image, .agencyType: nil
        }
    }

    func name(of kind: EntityKind, _ id: Int) -> String? {
        switch kind {
        case .spacecraft: catalogue.spacecraft[id: id]?.name
        case .configuration: catalogue.configurations[id: id]?.name
        case .agency: catalogue.agencies[id: id]?.name
        case .family: catalogue.families[id: id]?.name
        case .status: catalogue.statuses[id: id]?.name
        case .configurationType: catalogue.configurationTypes[id: id]?.name
        case .licence: catalogue.licences[id: id]?.name
        case .agencyType: catalogue.agencyTypes[id: id]?.name
        case .image: catalogue.images[id: id]?.name
        }
    }
}
