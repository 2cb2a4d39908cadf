import Catalogue
import TemplateEngine

/// Describes changes. The history has them in the API's names and ids.
enum ChangeFormatter {
    /// `added`, `family added`. The kind is named because a family and its configuration can have the same name. It is not named for craft,
    /// which have their own typeface.
    static func event(_ change: Change) -> TemplateValue {
        let event =
            switch change.event {
            case .appeared: "added"
            case .changed: "changed"
            case .removed: "removed"
            }
        return .message("changes.event", ["event": .text(event), "kind": .text(change.entity.kind.rawValue)])
    }

    /// The description of a flight's field with the flight's name. The name is the current one.
    static func field(_ name: String, of change: Change, _ model: SiteModel) -> TemplateValue {
        guard let craft = change.entity.id(of: Spacecraft.self), let path = FlightPath(name) else { return FieldWords.heading(of: name) }
        guard let field = path.field else { return .message("changes.flight") }
        let flight = model.catalogue.spacecraft[id: craft]?.flights?.first { $0.id == path.id } ?? Flight(id: path.id)
        return .message("changes.field_of_flight", ["field": FieldWords.heading(ofFlightField: field), "flight": .text(flight.name)])
    }

    /// The value for readers: references by name, durations and truth values in words. A long text is cut.
    ///
    /// - Parameter kind: the kind of the entity that has the field. An agency's `type` differs from a configuration's.
    static func value(_ text: String?, of field: String, in kind: EntityKind, _ catalogue: Catalogue) -> TemplateValue {
        if let path = FlightPath(field) { return FlightFormatter.value(text, of: path.field) }
        guard let text, !text.isEmpty else { return Absence.notRecorded }
        if let target = kind.referenceTarget(ofField: field) { return names(text, of: target, catalogue) ?? plain(text) }
        if let date = CalendarDate(iso8601: text) { return date.isPossible ? Formatted.date(date) : Absence.notRecorded }
        if field.hasPrefix("time_") || field == "fastest_turnaround", let duration = ISODuration(iso8601: text) {
            return value(duration)
        }
        if field == "height" || field == "diameter", let metres = Double(text) {
            return metres > 0 ? Formatted.plain(metres) : Absence.notRecorded
        }
        if text.first == "-", field.hasSuffix("_count") || field.hasSuffix("_capacity"), Int(text) != nil { return Absence.notRecorded }
        return plain(text)
    }

    /// A negative duration cannot be.
    static func value(_ duration: ISODuration) -> TemplateValue {
        duration.isPossible ? Formatted.duration(duration) : Absence.notRecorded
    }

    /// A truth value in words. A long text is cut.
    static func plain(_ text: String) -> TemplateValue {
        switch text {
        case "true": ValueView.yes
        case "false": ValueView.no
        default: .text(text.count > 120 ? text.prefix(119) + "…" : text)
        }
    }

    /// The names of entities from their ids, which are separated by commas. It is nil when an entity is not in the catalogue.
    private static func names(_ ids: String, of kind: EntityKind, _ catalogue: Catalogue) -> TemplateValue? {
        let names = ids.split(separator: ",").compactMap { id -> TemplateValue? in
            // Pictures are shown by their numbers, because most of their titles are generated.
            Int(id.trimmingSpaces).flatMap { number in
                kind == .image
                    ? .message("changes.picture", ["id": .text("\(number)")])
                    : catalogue.name(of: EntityKey(kind, number)).map { SourceNames.name($0, of: EntityKey(kind, number)) }
            }
        }
        guard names.count == ids.split(separator: ",").count else { return nil }
        return names.count == 1 ? names[0] : Formatted.list(names)
    }
}
