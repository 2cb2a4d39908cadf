/// Gathers entities as records mention them, again and again and in several forms, and makes one catalogue of them.
public struct CatalogueBuilder: Sendable {
    private var licences = Gathering<Licence>()
    private var images = Gathering<Image>()
    private var agencyTypes = Gathering<AgencyType>()
    private var agencies = Gathering<Agency>()
    private var families = Gathering<Family>()
    private var configurationTypes = Gathering<ConfigurationType>()
    private var configurations = Gathering<Configuration>()
    private var statuses = Gathering<Status>()
    private var spacecraft = Gathering<Spacecraft>()

    public init() {}

    public mutating func add(_ licence: Licence) { licences.add(licence) }
    public mutating func add(_ image: Image) { images.add(image) }
    public mutating func add(_ agencyType: AgencyType) { agencyTypes.add(agencyType) }
    public mutating func add(_ agency: Agency) { agencies.add(agency) }
    public mutating func add(_ family: Family) { families.add(family) }
    public mutating func add(_ configurationType: ConfigurationType) { configurationTypes.add(configurationType) }
    public mutating func add(_ configuration: Configuration) { configurations.add(configuration) }
    public mutating func add(_ status: Status) { statuses.add(status) }
    public mutating func add(_ craft: Spacecraft) { spacecraft.add(craft) }

    /// The catalogue of all that was added, and what had to be decided on the way, in a fixed order. Of the forms of an entity the fullest is
    /// kept, of equally full ones the first.
    ///
    /// - Throws: ``CatalogueError`` when an entity that was referred to was never added.
    public func finish() throws(CatalogueError) -> (catalogue: Catalogue, warnings: [CatalogueWarning]) {
        let (acyclicFamilies, cycles) = FamilyCycles.cut(families.entities)
        var contents = CatalogueContents()
        contents.licences = licences.entities
        contents.images = images.entities
        contents.agencyTypes = agencyTypes.entities
        contents.agencies = agencies.entities
        contents.families = acyclicFamilies
        contents.configurationTypes = configurationTypes.entities
        contents.configurations = configurations.entities
        contents.statuses = statuses.entities
        contents.spacecraft = spacecraft.entities
        let warnings =
            licences.warnings + images.warnings + agencyTypes.warnings + agencies.warnings + families.warnings
            + configurationTypes.warnings + configurations.warnings + statuses.warnings + spacecraft.warnings + cycles
        return (try Catalogue(contents), warnings)
    }
}
