import Catalogue

/// Describes flights in words, for the page of their craft and for the history.
enum FlightFormatter {
    /// `Splashdown, Gulf of Mexico, successful`. It is nil when nothing is recorded.
    static func landing(_ landing: Landing?) -> String? {
        guard let landing else { return nil }
        guard landing.attempt != false else { return "not attempted" }
        let outcome = landing.success.map { $0 ? "successful" : "failed" }
        let words = [landing.type?.isolated, landing.landingLocation?.isolated, outcome].compactMap(\.self).filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    /// A field of a flight by the name that ``Flight`` gives it in changes: `mission_end`, `launch › net`.
    static func field(_ name: String) -> String {
        fields[name] ?? ChangeFormatter.field(name.replacing(" › ", with: " "))
    }

    /// - Parameter field: nil for the whole flight, whose value is its name.
    static func value(_ text: String?, of field: String?) -> String {
        guard let text, !text.isEmpty else { return field == nil ? "none" : "not recorded" }
        switch field {
        case "mission_end", "launch › net": return Timestamp(rfc3339: text)?.humanText ?? ChangeFormatter.plain(text)
        case "duration", "turn_around_time": return ISODuration(iso8601: text).map(ChangeFormatter.words) ?? ChangeFormatter.plain(text)
        default: return ChangeFormatter.plain(text)
        }
    }

    private static let fields = [
        "turn_around_time": "Turnaround", "launch › id": "Launch number", "launch › name": "Name of the launch",
        "launch › net": "Launch date",
        "launch › net_precision": "Precision of the launch date", "launch › launch_service_provider": "Launch provider",
        "launch › rocket": "Rocket", "landing › attempt": "Landing attempted", "landing › success": "Landing successful",
        "landing › landing_location": "Landing place",
    ]
}
