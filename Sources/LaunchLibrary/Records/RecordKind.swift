/// What a record at the top of a page is. The API does not say it; the fields do.
enum RecordKind: String, CaseIterable {
    case spacecraft
    case configuration
    case image
    case agency
    case licence
    case family

    init?(of fields: RecordFields) {
        for kind in Self.allCases where kind.signs.contains(where: { fields.has($0) }) {
            self = kind
            return
        }
        // The list form of a family is no more than an id and a name, as a status or a type is; but those have no form.
        guard fields.has("response_mode"), fields.has("id"), fields.has("name") else { return nil }
        self = .family
    }

    /// Fields that no kind further down the list has: several, so that a record that lacks one is still known and the lack is told.
    private var signs: [StaticString] {
        switch self {
        case .spacecraft: ["spacecraft_config", "serial_number", "is_placeholder", "in_space"]
        case .configuration: ["in_use", "agency", "human_rated", "capability"]
        case .image: ["image_url", "thumbnail_url"]
        case .agency: ["abbrev", "administrator", "founding_year"]
        case .licence: ["priority", "link"]
        case .family: ["manufacturer", "maiden_flight", "parent"]
        }
    }

    var plural: String {
        switch self {
        case .spacecraft: "spacecraft"
        case .configuration: "spacecraft configurations"
        case .image: "images"
        case .agency: "agencies"
        case .licence: "image licences"
        case .family: "spacecraft configuration families"
        }
    }

    static func unknownMessage(for fields: RecordFields) -> String {
        let keys = fields.value.keys
        let shown = keys.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (keys.count > 5 ? ", …" : "")
        let known = "expected one of spacecraft, configurations, families, agencies, images or licences"
        return keys.isEmpty ? "\(known), found an empty object" : "\(known), found a record with the fields \(shown)"
    }
}
