/// What the catalogue holds. The raw values are the names that the snapshot and the history use.
public enum EntityKind: String, Sendable, CaseIterable, Codable {
    case licence = "license"
    case image
    case agencyType = "agency_type"
    case agency
    case family
    case configurationType = "spacecraft_configuration_type"
    case configuration = "spacecraft_configuration"
    case status = "spacecraft_status"
    case spacecraft
}
