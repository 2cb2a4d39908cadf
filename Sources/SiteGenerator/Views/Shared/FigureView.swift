import Catalogue
import TemplateEngine

/// One of the large figures of a plate with a note. A figure that can be compared has a bar with the median of its group.
enum FigureView {
    static let shape: TemplateShape = [
        "label": .text, "text": .text, "known": .bool, "datetime": .text, "path": .text, "note": .text,
        "scale": ["share": .number, "median_share": .number],
    ]

    static func make(
        _ label: String, _ text: String, isKnown: Bool = true, datetime: String? = nil, path: String? = nil, note: String? = nil,
        scale: TemplateObject? = nil
    ) -> TemplateObject {
        [
            "label": .text(label), "text": .text(text), "known": .bool(isKnown), "datetime": .optional(datetime), "path": .optional(path),
            "note": .optional(note), "scale": .optional(scale),
        ]
    }

    static func count(_ label: String, _ count: Int?, path: String? = nil, note: String? = nil) -> TemplateObject {
        guard let count else { return make(label, "not recorded", isKnown: false, note: note) }
        return make(label, Numbers.grouped(count), path: path, note: note)
    }

    static func inSpaceNow(_ count: Int) -> TemplateObject {
        count == 0 ? make("In space now", "none", isKnown: false) : make("In space now", Numbers.grouped(count))
    }

    static func duration(
        _ label: String, _ duration: ISODuration?, unknown: String, path: String? = nil, note: String? = nil, scale: TemplateObject? = nil
    ) -> TemplateObject {
        guard let duration, duration.seconds != 0 else { return make(label, unknown, isKnown: false) }
        return make(label, duration.humanText, datetime: duration.iso8601, path: path, note: note, scale: scale)
    }

    static func date(_ label: String, _ date: CalendarDate?) -> TemplateObject {
        guard let date else { return make(label, "not recorded", isKnown: false) }
        return make(label, date.humanText, datetime: date.iso8601)
    }

    /// - Parameter median: nil when there are no others to compare with.
    static func scale(_ value: Int, median: Int?, full: Int) -> TemplateObject {
        ["share": .share(value, of: full), "median_share": median.map { .share($0, of: full) } ?? .null]
    }
}
