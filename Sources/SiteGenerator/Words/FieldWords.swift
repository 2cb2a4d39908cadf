import Catalogue
import TemplateEngine

/// The names of the API's fields in words.
enum FieldWords {
    /// A field inside a sentence: `time in space`.
    ///
    /// - Parameter field: the name in the API, such as `time_in_space`.
    static func name(of field: String) -> TemplateValue {
        .message("fields.name", ["field": .text(field), "name": otherName(of: field)])
    }

    /// The name of a field that the words do not have: for one inside another, such as `country › name`, the names of both.
    private static func otherName(of field: String) -> TemplateValue {
        let steps = field.split(separator: " › ").map(String.init)
        guard let last = steps.last, steps.count > 1 else { return .text(field.replacing("_", with: " ")) }
        return .message("fields.inside", ["outer": name(of: steps.dropLast().joined(separator: " › ")), "inner": name(of: last)])
    }

    /// A field of one flight inside a sentence: `duration of Soyuz TM-4`.
    static func name(of field: String, ofFlight name: String) -> TemplateValue {
        .message("fields.of_flight", ["field": .text(field), "flight": .text(name)])
    }

    /// A field of a flight at the head of a line, by the name that changes give it: `mission_end`, `launch › net`.
    static func heading(ofFlightField field: String) -> TemplateValue {
        .message(
            "fields.heading",
            [
                "name": .message(
                    "fields.name", ["field": .text(field), "name": .text(field.replacing("_", with: " ").replacing(" › ", with: " "))])
            ])
    }

    /// A field at the head of a line: `Time in space`.
    static func heading(of field: String) -> TemplateValue { .message("fields.heading", ["name": name(of: field)]) }
}
