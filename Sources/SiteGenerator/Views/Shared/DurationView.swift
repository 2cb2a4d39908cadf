import Catalogue
import TemplateEngine

/// A length of time for readers and machines, with its bar.
enum DurationView {
    static let shape: TemplateShape = ["text": .text, "datetime": .text, "seconds": .number, "share": .number, "doubt": .text]

    /// - Parameters:
    ///   - unknown: the text for null and for a zero that means 'not known'.
    ///   - full: the seconds of a full bar.
    ///   - doubt: the reason why the value cannot be right.
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
    /// The reason why a craft has no time in space. Without a number of flights it is not known whether the craft flew.
    var timeInSpaceAbsence: String {
        hasNotFlown ? "not flown" : "not recorded"
    }

    /// Whether the source says that the craft has not flown. A missing record does not mean that.
    var hasNotFlown: Bool { flightsCount == 0 && !isInSpace }
}
