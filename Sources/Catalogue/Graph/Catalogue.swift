/// The whole catalogue: each entity once, by id, with links both ways.
///
/// Every reference leads somewhere: a catalogue with a missing entity cannot be made (``CatalogueError``).
public struct Catalogue: Sendable, Equatable {
    public let licences: EntityTable<Licence>
    public let images: EntityTable<Image>
    public let agencyTypes: EntityTable<AgencyType>
    public let agencies: EntityTable<Agency>
    public let families: EntityTable<Family>
    public let configurationTypes: EntityTable<ConfigurationType>
    public let configurations: EntityTable<Configuration>
    public let statuses: EntityTable<Status>
    public let spacecraft: EntityTable<Spacecraft>

    /// The links against the direction of the records, made when the catalogue is.
    public let links: Links

    /// - Throws: ``CatalogueError`` that names every reference to an entity that is not there.
    public init(_ contents: CatalogueContents) throws(CatalogueError) {
        licences = EntityTable(contents.licences)
        images = EntityTable(contents.images)
        agencyTypes = EntityTable(contents.agencyTypes)
        agencies = EntityTable(contents.agencies)
        families = EntityTable(contents.families)
        configurationTypes = EntityTable(contents.configurationTypes)
        configurations = EntityTable(contents.configurations)
        statuses = EntityTable(contents.statuses)
        spacecraft = EntityTable(contents.spacecraft)
        links = Links(
            images: images, agencies: agencies, families: families, configurations: configurations, spacecraft: spacecraft)
        let missing = missingReferences()
        guard missing.isEmpty else { throw CatalogueError(missing: missing) }
    }

    /// Whether both hold the same entities. Texts compare as Swift's do, by Unicode canonical equivalence: é in one scalar and in two is the
    /// same text. Where bytes count, as in a file, compare bytes.
    public static func == (left: Catalogue, right: Catalogue) -> Bool {
        left.contents == right.contents
    }

    /// The name of an entity of any kind; nil where there is none with this id.
    public func name(of kind: EntityKind, id: Int) -> String? {
        switch kind {
        case .licence: licences[id: id]?.name
        case .image: images[id: id]?.name
        case .agencyType: agencyTypes[id: id]?.name
        case .agency: agencies[id: id]?.name
        case .family: families[id: id]?.name
        case .configurationType: configurationTypes[id: id]?.name
        case .configuration: configurations[id: id]?.name
        case .status: statuses[id: id]?.name
        case .spacecraft: spacecraft[id: id]?.name
        }
    }

    /// The entities alone, each table in the order of ids.
    public var contents: CatalogueContents {
        var contents = CatalogueContents()
        contents.licences = Array(licences)
        contents.images = Array(images)
        contents.agencyTypes = Array(agencyTypes)
        contents.agencies = Array(agencies)
        contents.families = Array(families)
        contents.configurationTypes = Array(configurationTypes)
        contents.configurations = Array(configurations)
        contents.statuses = Array(statuses)
        contents.spacecraft = Array(spacecraft)
        return contents
    }
}

/// References to entities that are not in the catalogue.
public struct CatalogueError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct MissingReference: Sendable, Equatable {
        public let from: EntityKind
        public let fromID: Int
        public let field: String
        public let to: EntityKind
        public let toID: Int
    }

    public let missing: [MissingReference]

    public var description: String {
        missing.map {
            "\($0.from.rawValue) \($0.fromID) › \($0.field): there is no \($0.to.rawValue) \($0.toID)"
        }.joined(separator: "\n")
    }
}
