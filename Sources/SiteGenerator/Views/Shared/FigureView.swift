import Catalogue
import TemplateEngine

/// One of the large figures of a plate with a note. A figure that can be compared has a bar with the median of its group.
enum FigureView {
    static let shape: TemplateShape = [
        "label": .text, "text": .text, "known": .bool, "datetime": .text, "path": .text, "note": .text,
        "scale": scaleShape,
    ]
    private static let layout = ObjectLayout(shape)

    private static let scaleShape: TemplateShape = ["share": .number, "median_share": .number]
    private static let scaleLayout = ObjectLayout(scaleShape)

    static func make(
        _ label: TemplateValue, _ text: TemplateValue, isKnown: Bool = true, datetime: String? = nil, path: String? = nil,
        note: TemplateValue = .null,
        scale: TemplateObject? = nil
    ) -> TemplateObject {
        TemplateObject(
            layout, [label, text, .bool(isKnown), .optional(datetime), .optional(path), note, .optional(scale)])
    }

    static func count(_ label: TemplateValue, _ count: Int?, path: String? = nil, note: TemplateValue = .null) -> TemplateObject {
        guard let count else { return make(label, Absence.notRecorded, isKnown: false, note: note) }
        return make(label, Formatted.number(count), path: path, note: note)
    }

    static func inSpaceNow(_ count: Int) -> TemplateObject {
        count == 0 ? make(Label.inSpaceNow, Absence.noneInSpace, isKnown: false) : make(Label.inSpaceNow, Formatted.number(count))
    }

    static func duration(
        _ label: TemplateValue, _ duration: ISODuration?, unknown: TemplateValue, path: String? = nil, note: TemplateValue = .null,
        scale: TemplateObject? = nil
    ) -> TemplateObject {
        guard let duration, duration.seconds != 0 else { return make(label, unknown, isKnown: false) }
        return make(label, Formatted.duration(duration), datetime: duration.iso8601, path: path, note: note, scale: scale)
    }

    static func date(_ label: TemplateValue, _ date: CalendarDate?) -> TemplateObject {
        guard let date else { return make(label, Absence.notRecorded, isKnown: false) }
        return make(label, Formatted.date(date), datetime: date.iso8601)
    }

    /// - Parameter median: nil when there are no others to compare with.
    static func scale(_ value: Int, median: Int?, full: Int) -> TemplateObject {
        TemplateObject(scaleLayout, [.share(value, of: full), median.map { .share($0, of: full) } ?? .null])
    }
}
