import Catalogue
import TemplateEngine

/// A length of time for readers and machines, with its bar.
enum DurationView {
    static let shape: TemplateShape = [
        "absence": .text, "datetime": .text, "seconds": .number, "share": .number, "doubt": .text,
        "unrecorded": .bool,
    ]
    private static let layout = ObjectLayout(shape)

    /// - Parameters:
    ///   - absence: the words for null and for a zero that means 'not known'.
    ///   - full: the seconds of a full bar.
    ///   - doubt: the reason why the value cannot be right.
    static func make(_ duration: ISODuration?, isKnown: Bool = true, absence: TemplateValue, full: Int, doubt: TemplateValue = .null)
        -> TemplateObject
    {
        guard let duration, isKnown, duration.seconds != 0 else {
            return TemplateObject(layout, [absence, .null, .null, 0, .null, absence == Absence.notRecorded ? true : .null])
        }
        return TemplateObject(
            layout, [.null, .text(duration.iso8601), .integer(duration.seconds), .share(duration.seconds, of: full), doubt, .null])
    }
}

extension Spacecraft {
    /// The reason why a craft has no time in space. Without a number of flights it is not known whether the craft flew.
    var timeInSpaceAbsence: TemplateValue {
        hasNotFlown ? Absence.notFlown : Absence.notRecorded
    }

    /// Whether the source says that the craft has not flown. A missing record does not mean that.
    var hasNotFlown: Bool { flightsCount == 0 && !isInSpace }
}
