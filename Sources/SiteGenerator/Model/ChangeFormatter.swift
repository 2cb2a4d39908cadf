import Catalogue

/// Describes changes in words. The history has them in the API's names and ids.
enum ChangeFormatter {
    /// `added`, `family added`. The kind is named because a family and its configuration can have the same name. It is not named for craft,
    /// which have their own typeface.
    static func event(_ change: Change) -> String {
        let event =
            switch change.event {
            case .appeared: "added"
            case .changed: "changed"
            case .removed: "gone"
            }
        switch change.entity.kind {
        case .spacecraft: return event
        case .configuration: return "configuration \(event)"
        default: return "\(change.entity.kind.rawValue) \(event)"
        }
    }

    /// The description of a flight's field with the flight's name. The name is the current one.
    static func field(_ name: String, of change: Change, _ model: SiteModel) -> String {
        guard let craft = change.entity.id(of: Spacecraft.self), let path = FlightPath(name) else { return field(name) }
        guard let field = path.field else { return "Flight" }
        let flight = model.catalogue.spacecraft[id: craft]?.flights?.first { $0.id == path.id } ?? Flight(id: path.id)
        return "\(FlightFormatter.field(field)) of \(name: flight.name)"
    }

    /// `time_in_space` → `Time in space`
    static func field(_ name: String) -> String {
        let words = name == "spacecraft_config" ? "configuration" : name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The value in words: references by name, durations and truth values in words. A long text is cut.
    ///
    /// - Parameter kind: the kind of the entity that has the field. An agency's `type` differs from a configuration's.
    static func value(_ text: String?, of field: String, in kind: EntityKind, _ catalogue: Catalogue) -> String {
        if let path = FlightPath(field) { return FlightFormatter.value(text, of: path.field) }
        guard let text, !text.isEmpty else { return "not recorded" }
        if let target = kind.referenceTarget(ofField: field) { return names(text, of: target, catalogue) ?? plain(text) }
        if let date = CalendarDate(iso8601: text) { return date.isPossible ? date.humanText : "not recorded" }
        if field.hasPrefix("time_") || field == "fastest_turnaround", let duration = ISODuration(iso8601: text) {
            return words(duration)
        }
        if field == "height" || field == "diameter", let metres = Double(text) {
            return metres > 0 ? Numbers.decimal(metres) : "not recorded"
        }
        if text.first == "-", field.hasSuffix("_count") || field.hasSuffix("_capacity"), Int(text) != nil { return "not recorded" }
        return plain(text)
    }

    /// A negative duration cannot be.
    static func words(_ duration: ISODuration) -> String {
        duration.isPossible ? duration.humanText : "not recorded"
    }

    /// A truth value in words. A long text is cut.
    static func plain(_ text: String) -> String {
        switch text {
        case "true": "yes"
        case "false": "no"
        default: text.count > 120 ? text.prefix(119) + "…" : text
        }
    }

    /// The names of entities from their ids, which are separated by commas. It is nil when an entity is not in the catalogue.
    private static func names(_ ids: String, of kind: EntityKind, _ catalogue: Catalogue) -> String? {
        let names = ids.split(separator: ",").compactMap { id in
            // Pictures are shown by their numbers, because most of their titles are generated.
            Int(id.trimmingSpaces).flatMap { kind == .image ? "picture \($0)" : catalogue.name(of: EntityKey(kind, $0))?.isolated }
        }
        return names.count == ids.split(separator: ",").count ? names.joined(separator: ", ") : nil
    }
}
