import Catalogue
import TemplateEngine

/// Describes flights, for the page of their craft and for the history.
enum FlightFormatter {
    /// `Splashdown, Gulf of Mexico, successful`. It is nil when nothing is recorded.
    static func landing(_ landing: Landing?) -> TemplateValue? {
        guard let landing else { return nil }
        guard landing.attempt != false else { return .message("landing.not_attempted") }
        let outcome = landing.success.map { $0 ? successful : .message("landing.failed") }
        let parts = [landing.type, landing.landingLocation].compactMap(\.self).filter { !$0.isEmpty }.map { TemplateValue.text($0) }
        let all = parts + [outcome].compactMap(\.self)
        if all.isEmpty { return nil }
        return Formatted.list(all)
    }

    /// - Parameter field: nil for the whole flight, whose value is its name.
    static func value(_ text: String?, of field: String?) -> TemplateValue {
        guard let text, !text.isEmpty else { return field == nil ? Absence.noFlight : Absence.notRecorded }
        switch field {
        case "mission_end", "launch › net": return Timestamp(rfc3339: text).map(Formatted.time) ?? ChangeFormatter.plain(text)
        case "duration", "turn_around_time": return ISODuration(iso8601: text).map(ChangeFormatter.value) ?? ChangeFormatter.plain(text)
        default: return ChangeFormatter.plain(text)
        }
    }

    private static let successful = TemplateValue.message("landing.successful")
}
