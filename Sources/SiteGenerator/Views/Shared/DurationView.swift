import Catalogue
import TemplateEngine

/// A length of time for people and machines, with its bar.
enum DurationView {
    static let shape: TemplateShape = ["text": .text, "datetime": .text, "seconds": .number, "share": .number, "doubt": .text]

    /// - Parameters:
    ///   - unknown: the words for null and for a zero that means nothing.
    ///   - full: the seconds of a full bar.
    ///   - doubt: why the value cannot be right.
    static func make(_ duration: ISODuration?, isKnown: Bool = true, unknown: String, full: Int, doubt: String? = nil) -> TemplateObject {
        guard let duration, isKnown, duration.seconds != 0 else {
            return ["text": .text(unknown), "datetime": .null, "seconds": .null, "share": 0, "doubt": .null]
        }
        return [
            "text": .text(duration.humanText), "datetime": .text(duration.iso8601), "seconds": .integer(duration.seconds),
            "share": .share(duration.seconds, of: full), "doubt": .optional(doubt),
        ]
    }
}

extension Spacecraft {
    /// Why a craft has no time in space to show. Without a count of flights nobody knows whether it flew.
    var timeInSpaceAbsence: String {
        hasNotFlown ? "not flown" : "not recorded"
    }

    /// The source says so; it does not follow from the lack of a record.
    var hasNotFlown: Bool { flightsCount == 0 && !inSpace }
}
