import Catalogue
import TemplateEngine

/// Values in the forms of the site's language.
enum Formatted {
    static func number(_ number: Int) -> TemplateValue { numberMessage(.integer(number)) }
    static func date(_ date: CalendarDate) -> TemplateValue { dateMessage(.text(date.iso8601)) }
    static func duration(_ duration: ISODuration) -> TemplateValue { durationMessage(.integer(duration.seconds)) }
    static func metres(_ metres: Double) -> TemplateValue { .message("formats.metres", ["number": decimal(metres)]) }
    static func kilograms(_ mass: Int) -> TemplateValue { .message("formats.kilograms", ["number": .integer(mass)]) }

    /// A share in whole per cent. One of almost all is not called all, and one of almost none not none.
    static func percent(_ part: Int, of whole: Int) -> (percent: Int, text: TemplateValue) {
        let rounded = (part * 100 + whole / 2) / whole
        let percent = part < whole ? min(part > 0 ? max(rounded, 1) : rounded, 99) : rounded
        return (percent, .message("formats.percent", ["number": .integer(percent)]))
    }

    private static let numberMessage = MessageLayout("formats.number", "number")
    private static let dateMessage = MessageLayout("formats.date", "date")
    private static let durationMessage = MessageLayout("formats.duration", "seconds")

    /// A number with three decimals at most, and without needless ones.
    static func decimal(_ number: Double) -> TemplateValue {
        let rounded = Numbers.rounded(number)
        guard rounded == rounded.rounded(), rounded.magnitude < 1e15 else { return .number("\(rounded)") }
        return .integer(Int(rounded))
    }

    /// A number without a unit.
    static func plain(_ number: Double) -> TemplateValue { .message("formats.number", ["number": decimal(number)]) }
    static func time(_ time: Timestamp) -> TemplateValue {
        let clock = time.rfc3339.dropFirst(11).dropLast()
        return .message(
            "formats.time", ["date": .text(time.date.iso8601), "time": .text(String(clock.hasSuffix(":00") ? clock.dropLast(3) : clock))])
    }
    static func list(_ items: [TemplateValue]) -> TemplateValue { .message("formats.list", ["items": .list(items)]) }

    /// Sentences in a row.
    static func semicolons(_ items: [TemplateValue]) -> TemplateValue {
        items.dropFirst().reduce(items.first ?? .null) { .message("formats.semicolon", ["before": $0, "after": $1]) }
    }
}
