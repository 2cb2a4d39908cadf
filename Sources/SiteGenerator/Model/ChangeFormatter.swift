import Catalogue

/// A change in words: what the history keeps in the API's names and ids.
enum ChangeFormatter {
    /// `added`, `family added`: a family and its configuration may have one name, craft are told by how their names are set.
    static func event(_ change: Change) -> String {
        let event =
            switch change.event {
            case .appeared: "added"
            case .changed: "changed"
            case .went: "gone"
            }
        switch change.kind {
        case .spacecraft: return event
        case .configuration: return "configuration \(event)"
        default: return "\(change.kind.rawValue) \(event)"
        }
    }

    /// A field of a flight with the flight's name, which is looked up as it is now.
    static func field(_ name: String, of change: Change, _ model: SiteModel) -> String {
        guard change.kind == .spacecraft, let path = FlightPath(name) else { return field(name) }
        guard let field = path.field else { return "Flight" }
        let flight = model.catalogue.spacecraft[id: change.id]?.flights?.first { $0.id == path.id } ?? Flight(id: path.id)
        return "\(FlightFormatter.field(field)) of \(flight.name)"
    }

    /// `time_in_space` → `Time in space`
    static func field(_ name: String) -> String {
        let words = name == "spacecraft_config" ? "configuration" : name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// References by name, durations and truths in words; a long text is cut.
    static func value(_ text: String?, of field: String, _ model: SiteModel) -> String {
        if let path = FlightPath(field) { return FlightFormatter.value(text, of: path.field) }
        guard let text, !text.isEmpty else { return "not recorded" }
        let names = text.split(separator: ",").map { part in Int(part.trimmingSpaces).flatMap { name(of: $0, in: field, model) } }
        if names.allSatisfy({ $0 != nil }) { return names.compactMap(\.self).joined(separator: ", ") }
        if let date = CalendarDate(iso8601: text) { return date.humanText }
        if field.hasPrefix("time_") || field == "fastest_turnaround", let duration = ISODuration(iso8601: text) {
            return duration.humanText
        }
        return plain(text)
    }

    /// A truth in words; a long text is cut.
    static func plain(_ text: String) -> String {
        switch text {
        case "true": "yes"
        case "false": "no"
        default: text.count > 120 ? text.prefix(119) + "…" : text
        }
    }

    private static func name(of id: Int, in field: String, _ model: SiteModel) -> String? {
        switch field {
        case "status": model.catalogue.statuses[id: id]?.name
        case "spacecraft_config": model.catalogue.configurations[id: id]?.name
        case "agency", "manufacturer": model.catalogue.agencies[id: id]?.name
        case "family", "parent": model.catalogue.families[id: id]?.name
        case "type": model.catalogue.configurationTypes[id: id]?.name
        case "image", "logo", "social_logo": "picture \(id)"
        default: nil
        }
    }
}
