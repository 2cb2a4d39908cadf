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

extension EntityKind {
    /// The kind of entity whose id a field of an entity of this kind holds; nil where the field holds anything else, or there is none such.
    ///
    /// - Parameter field: its name in the API: the `type` of an agency is an agency type, that of a configuration a configuration type.
    public func referenceTarget(ofField field: String) -> EntityKind? {
        switch (self, field) {
        case (.image, "license"): .licence
        case (.agency, "type"): .agencyType
        case (.agency, "image"), (.agency, "logo"), (.agency, "social_logo"): .image
        case (.family, "manufacturer"): .agency
        case (.family, "parent"): .family
        case (.configuration, "type"): .configurationType
        case (.configuration, "agency"): .agency
        case (.configuration, "family"): .family
        case (.configuration, "image"): .image
        case (.spacecraft, "image"): .image
        case (.spacecraft, "status"): .status
        case (.spacecraft, "spacecraft_config"): .configuration
        default: nil
        }
    }
}
