import Catalogue
import Support
import TemplateEngine

/// The facts of a site: the catalogue and the derived data that pages need, such as orders, groups, addresses and last changes. It is
/// computed once.
struct SiteModel: Sendable {
    private(set) var input: SiteInput
    let catalogue: Catalogue
    private let records: ShownRecords
    let licencePages: LicenceAddresses
    /// All craft in the natural order of their names. Lists and pages refer to a craft by its place in this list.
    let spacecraftByName: [Spacecraft]
    let configurationsByName: [Configuration]
    let agenciesByName: [Agency]
    let familiesByName: [Family]
    /// Licences with pictures.
    let licencesByName: [Licence]
    let maxima: BarMaxima
    /// The most flights of a configuration.
    let mostFlights: Int
    let allCraft: CraftGroup
    let history: HistoryIndex
    let dates: PageDates
    /// Whether the source gives individual flights of any craft.
    let hasFlights: Bool
    let marks: ChangeMarks
    /// The families and configurations below each family, in the order of names.
    let tree: FamilyTree
    /// The address of each craft's page, by its place in the order of names.
    let addresses: [String]
    /// The place in the order of names of each craft of the catalogue, which is in the order of ids.
    private let positionsByID: [CraftPosition]
    /// What each craft shows as its picture, by its place in the order of names.
    let pictureKeys: [PictureKey]
    let setAside: [EntityKey: SetAsideRecord]
    let unusableValues: [EntityKey: [UnusableValue]]
    private let pictures: [Image.ID: PictureAddress]
    private let licenceLinks: [Licence.ID: String]
    private let imagesByLicence: [Licence.ID: [Image]]
    private let groups: [Configuration.ID: CraftGroup]
    let repeatedNames: RepeatedNames
    private let silhouettes: [ConfigurationType.ID: Silhouette]
    /// The tags of the site's languages, its own first.
    let languages: [String]
    let ownTexts: PreparedTexts
    /// The name of the site in the language of the pages. It is kept because every page has it.
    private(set) var title: String

    var settings: SiteSettings { input.settings }

    init(_ input: SiteInput) {
        self.input = input
        records = ShownRecords(input.catalogue)
        let catalogue = records.catalogue
        self.catalogue = catalogue
        licencePages = LicenceAddresses(catalogue.licences)
        let (spacecraftByName, names) = Concurrently.both(
            { Self.naturallyOrdered(catalogue.spacecraft) }, { (RepeatedNames(catalogue), HistoryIndex(input.history.map(\.named))) })
        self.spacecraftByName = spacecraftByName
        (repeatedNames, history) = names
        dates = PageDates(history, catalogue, spacecraftByName, dataDate: input.dataDate)
        configurationsByName = Self.naturallyOrdered(catalogue.configurations)
        agenciesByName = Self.naturallyOrdered(catalogue.agencies)
        familiesByName = Self.naturallyOrdered(catalogue.families)
        let imagesByLicence = Dictionary(grouping: catalogue.images, by: \.licenceID)
        self.imagesByLicence = imagesByLicence
        licencesByName = Self.naturallyOrdered(catalogue.licences.filter { imagesByLicence[$0.id] != nil })
        let positions = Dictionary(grouping: CraftPosition.all(spacecraftByName.count)) { spacecraftByName[$0].configurationID }
        groups = Concurrently.table(of: catalogue.configurations) { CraftGroup(positions: positions[$0.id] ?? [], in: spacecraftByName) }
        maxima = BarMaxima(catalogue.spacecraft)
        mostFlights = groups.values.map(\.flights).max() ?? 0
        allCraft = CraftGroup(positions: CraftPosition.all(spacecraftByName.count), in: spacecraftByName)
        marks = ChangeMarks(history, in: catalogue)
        hasFlights = catalogue.spacecraft.contains { $0.flights?.isEmpty == false }
        tree = FamilyTree(catalogue, familiesByName: familiesByName, configurationsByName: configurationsByName)
        pictures = Concurrently.table(of: catalogue.images) { image in
            PictureAddress(
                image, catalogue.licences[id: image.licenceID], input.settings.images, copy: input.pictures[image.id],
                baseURL: input.settings.baseURL)
        }
        licenceLinks = Dictionary(
            uniqueKeysWithValues: catalogue.licences.compactMap { licence in
                licence.link.flatMap { WebLink.address($0, outside: input.settings.baseURL) }.map { (licence.id, $0) }
            })
        addresses = Concurrently.array(count: spacecraftByName.count) {
            Address.page(of: Spacecraft.self, spacecraftByName[$0].id, spacecraftByName[$0].name)
        }
        var positionsByID = CraftPosition.all(spacecraftByName.count)
        for place in spacecraftByName.indices {
            if let position = catalogue.spacecraft.position(of: spacecraftByName[place].id) {
                positionsByID[position] = CraftPosition(place)
            }
        }
        self.positionsByID = positionsByID
        pictureKeys = Concurrently.array(count: spacecraftByName.count) { PictureKey(spacecraftByName[$0], catalogue) }
        silhouettes = Dictionary(uniqueKeysWithValues: catalogue.configurationTypes.map { ($0.id, Silhouette($0)) })
        setAside = Dictionary(input.setAside.map { ($0.entity, $0) }, uniquingKeysWith: { first, _ in first })
        unusableValues = Dictionary(grouping: input.unusableValues) { $0.entity }
        languages = [input.settings.language] + input.settings.translations
        ownTexts = PreparedTexts(input)
        title = input.settings.title.text(in: input.settings.language, of: languages)
    }

    /// Entities in the natural order of their names. Equal names are in the order of their ids.
    static func naturallyOrdered<E: Entity>(_ entities: some Sequence<E>) -> [E] {
        let entities = Array(entities)
        return naturalOrder(of: entities.map(\.name), ids: entities.map(\.id.number)).map { entities[$0] }
    }

    /// The indices of names in their order. The function is not generic, because the compiler makes a separate sort for each type.
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
    /// The name for a title. The number is added when another entity of the kind has the same name.
    func distinctName<E: Entity>(_ entity: E) -> TemplateValue {
        repeatedNames.contains(entity.id)
            ? .message("page.numbered_name", ["name": entity.shownName, "id": .text("\(entity.id)")]) : entity.shownName
    }

    /// What the source says of an entity that cannot be, one sentence for each value.
    func notes<E: Entity>(on entity: E) -> [TemplateValue] { records.notes(on: entity) }

    /// The address of the licence's terms. It is nil when there is none that a page may link to.
    func link(of licence: Licence) -> String? { licenceLinks[licence.id] }

    /// The operator's text of a page in the language. Nil when there is none.
    func ownText(of page: String) -> PreparedText? { ownTexts.text(of: page, in: settings.language) }

    /// The address in the form that pages use. It is nil when a page may not link to it.
    func webAddress(_ raw: String) -> String? { WebLink.address(raw, outside: settings.baseURL) }

    func pictureAddress(of image: Image.ID) -> PictureAddress? { pictures[image] }

    func craft(ofConfiguration id: Configuration.ID) -> CraftGroup { groups[id] ?? .empty }

    /// The pictures in the order of their ids.
    func images(under licence: Licence) -> [Image] { imagesByLicence[licence.id] ?? [] }

    /// The places of the craft of several configurations in the order of names.
    func positions(of configurations: [Configuration]) -> [CraftPosition] {
        configurations.flatMap { craft(ofConfiguration: $0.id).positions }.sorted()
    }

    /// The number of craft of several configurations, without a look at any craft.
    func craftCount(of configurations: [Configuration]) -> Int {
        configurations.reduce(0) { $0 + craft(ofConfiguration: $1.id).positions.count }
    }

    func configuration(of craft: Spacecraft) -> Configuration? { catalogue.configurations[id: craft.configurationID] }

    func type(of configuration: Configuration?) -> ConfigurationType? {
        configuration.flatMap { $0.typeID }.flatMap { catalogue.configurationTypes[id: $0] }
    }

    func agency(of configuration: Configuration?) -> Agency? {
        configuration.flatMap { $0.agencyID }.flatMap { catalogue.agencies[id: $0] }
    }

    func families(of configuration: Configuration?) -> [Family] {
        (configuration?.familyIDs ?? []).compactMap { catalogue.families[id: $0] }
    }

    func silhouette(of type: ConfigurationType?) -> Silhouette { type.flatMap { silhouettes[$0.id] } ?? .unknown }

    /// The drawing for a group of configurations. It is that of the type with the most craft.
    func mainSilhouette(of configurations: [Configuration]) -> Silhouette {
        var counts: [Silhouette: Int] = [:]
        for configuration in configurations {
            counts[silhouette(of: type(of: configuration)), default: 0] += craft(ofConfiguration: configuration.id).positions.count + 1
        }
        return Silhouette.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }.flatMap { counts[$0] == nil ? nil : $0 } ?? .unknown
    }

    /// What the site is, in a sentence in the language of the pages.
    var description: TemplateValue {
        settings.description.map { .text($0.text(in: settings.language, of: languages)) } ?? .message("home.description")
    }

    /// Who publishes the site.
    var publisher: String { settings.author.name.isEmpty ? title : settings.author.name }

    /// The facts for another language of the site. Only the settings and the title differ.
    func translated(into language: SiteLanguage) -> SiteModel {
        var model = self
        model.input.settings.language = language.tag
        model.input.settings.folder = language.folder
        model.input.settings.baseURL += language.folder
        model.title = settings.title.text(in: language.tag, of: languages)
        return model
    }

    /// The name of an entity on pages. It is nil when the entity is not in the catalogue.
    func shownName(of entity: EntityKey) -> TemplateValue? {
        catalogue.name(of: entity).map { SourceNames.name($0, of: entity) }
    }

    /// The page of a craft. It is nil when the craft is not in the catalogue.
    func address(ofCraft id: Spacecraft.ID) -> String? {
        catalogue.spacecraft.position(of: id).map { addresses[positionsByID[$0]] }
    }

    /// The page of an entity. It is nil when the entity is not in the catalogue or has no page.
    func address(of entity: EntityKey) -> String? {
        if let id = entity.id(of: Spacecraft.self) { return address(ofCraft: id) }
        if let id = entity.id(of: Licence.self) { return catalogue.licences[id: id].map { licencePages[$0] } }
        return catalogue.name(of: entity).flatMap { Address.page(of: entity, $0) }
    }
}
