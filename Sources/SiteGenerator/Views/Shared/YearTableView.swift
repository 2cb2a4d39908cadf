import Catalogue
import TemplateEngine

/// How many flights began in each year, and how many craft were in space in it.
enum YearTableView {
    /// - Parameters:
    ///   - flights: the flights of each craft.
    ///   - dataYear: the year of the data, where it is known.
    static func make(_ flights: [[FlightSpan]], until dataYear: Int?, caption: TemplateValue) -> TemplateObject {
        var launched: [Int: Int] = [:]
        var craft: [Int: Int] = [:]
        let last = flights.joined().map { $0.years(until: dataYear).upperBound }.max() ?? 0
        for spans in flights {
            for span in spans { launched[span.start.date.year, default: 0] += 1 }
            let years = Set(spans.flatMap { $0.years(until: last) })
            for year in years { craft[year, default: 0] += 1 }
        }
        let most = craft.values.max() ?? 0
        let rows = craft.keys.sorted().map { year in
            CountTableView.Row(
                name: .text("\(year)"), cells: [ValueView.count(launched[year] ?? 0)], count: Formatted.number(craft[year] ?? 0),
                share: .share(craft[year], of: most))
        }
        return CountTableView.make(
            id: "years", caption: caption, name: .init(key: "year", label: .message("timeline.year")),
            count: .init(key: "craft", label: .message("timeline.craft")),
            columns: [.init(key: "launches", label: Label.flights, isNumeric: true)], rows: rows)
    }
}
