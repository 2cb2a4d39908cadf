/// The entities of a catalogue before they are linked: what a reader hands in.
public struct CatalogueContents: Sendable, Equatable {
    public var licences: [Licence] = []
    public var images: [Image] = []
    public var agencyTypes: [AgencyType] = []
    public var agencies: [Agency] = []
    public var families: [Family] = []
    public var configurationTypes: [ConfigurationType] = []
    public var configurations: [Configuration] = []
    public var statuses: [Status] = []
    public var spacecraft: [Spacecraft] = []

    public init() {}
}
