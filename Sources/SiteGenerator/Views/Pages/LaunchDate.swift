import Catalogue
import TemplateEngine

/// The date of a launch, no more exact than the source says it is: where only the month or the year is known, the source fills up the rest.
enum LaunchDate {
    static func view(_ launch: Launch?) -> TemplateObject {
        guard let net = launch?.net else { return ValueView.unknown() }
        let date = net.date
        let year = String(date.iso8601.prefix(4))
        let precision = launch?.netPrecision ?? ""
        switch precision.prefix(while: { $0 != " " }).lowercased() {
        case "", "second", "minute", "hour": return ValueView.make(date.humanText, datetime: net.rfc3339)
        case "morning", "afternoon", "day": return ValueView.date(date)
        case "month": return ValueView.make("\(date.monthName) \(year)", datetime: String(date.iso8601.prefix(7)))
        case "quarter": return ValueView.make("quarter \((date.month + 2) / 3) of \(year)", datetime: year)
        case "half": return ValueView.make("half \((date.month + 5) / 6) of \(year)", datetime: year)
        case "year", "fiscal": return ValueView.make(year, datetime: year)
        default: return ValueView.make("about \(date.humanText) (\(precision))")
        }
    }
}
