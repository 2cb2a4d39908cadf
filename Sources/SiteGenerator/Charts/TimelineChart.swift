import Catalogue
import TemplateEngine

/// Flights as lines along the years. Where few craft fly, each has a line of its own with its name; else flights at the same time stand one
/// above the other.
struct TimelineChart {
    let svg: SVG
    /// The first and the last year. Nil when each flight has its words.
    let years: String?

    struct Flight: Sendable {
        let craft: Spacecraft.ID
        let name: TemplateValue
        let span: FlightSpan

        /// `Soyuz TM-4: 21 December 1987 to 17 June 1988`
        var title: TemplateValue {
            let start = span.startDate["text"] ?? .null
            guard let end = span.end else { return Self.open(name, start) }
            return Self.whole(name, start, Formatted.date(end.date))
        }

        private static let whole = MessageLayout("charts.flight", "craft", "start", "end")
        private static let open = MessageLayout("charts.flight_open", "craft", "start")
    }

    /// Flights that stand together below a name.
    struct Band {
        /// Nil for the only band.
        let name: TemplateValue?
        let flights: [Flight]
    }

    /// The largest number of craft that each have a line with their name.
    static let namedLimit = 24
    /// The largest number of flights that each have words to be read. The table says beside more of them how many there were in each year.
    static let titledLimit = 200
    /// The largest number of maiden flights that are marks. More of them stand in the table alone.
    static let maidenLimit = 60

    /// Nil when there are no flights.
    ///
    /// - Parameters:
    ///   - maidenFlights: those of the configurations, the earliest first. They are marks above the flights, but for those that are too far
    ///     from them in time.
    ///   - dataYear: the year of the data, until which flights go on. Nil where it is not known.
    ///   - hasNames: whether few craft have their names beside their lines.
    init?(
        _ bands: [Band], maidenFlights: [MaidenFlight] = [], until dataYear: Int?, label: TemplateValue, hasNames: Bool = true,
        _ messages: Messages
    ) {
        let flights = bands.flatMap(\.flights)
        let candidates = maidenFlights.count <= Self.maidenLimit ? maidenFlights : []
        guard let scale = YearScale(flights, candidates.map(\.date.year), until: dataYear) else { return nil }
        let maidenFlights = candidates.filter { scale.holds($0.date.year) }
        let areTitled = flights.count <= Self.titledLimit
        let isNamed = hasNames && Set(flights.map(\.craft)).count <= Self.namedLimit
        var rows: [(name: TemplateValue?, isBand: Bool, lane: [Flight], y: Double)] = []
        let labels = maidenFlights.map { messages.text(of: $0.label) }
        let marks = MarkLines(zip(maidenFlights, labels).map { (scale.x($0.date), ChartLabels.width(of: $1)) })
        var y = Self.top + (marks.count == 0 ? 0 : Self.nameHeight + Double(marks.count) * Self.markHeight + 6)
        for band in bands where !band.flights.isEmpty {
            if let name = band.name {
                rows.append((name, true, [], y + 14))
                y += Self.nameHeight
            }
            for lane in isNamed ? Self.byCraft(band.flights) : scale.lanes(band.flights) {
                y += isNamed ? Self.nameHeight : Self.laneHeight
                rows.append((isNamed ? Optional(lane[0].name) : .none, false, lane, y - 3))
            }
            y += 6
        }
        let bottom = y
        var svg = SVG(height: Int(bottom) + 24, label: messages.text(of: label), style: "broad")
        svg.stretched { svg in
            svg.path("grid", scale.ticks.map { "M\(SVG.number(scale.x($0))) \(Int(Self.top))V\(Int(bottom))" }.joined())
            svg.path("axis", "M0 \(Int(bottom))H1000")
            for (style, isOpen) in [("span", false), ("span alive", true)] {
                let lines = rows.flatMap { row in row.lane.filter { ($0.span.end == nil) == isOpen }.map { ($0, row.y) } }
                guard !lines.isEmpty else { continue }
                let data = lines.map { flight, y in
                    let (start, end) = scale.line(flight.span)
                    return "M\(SVG.number(start)) \(Int(y))H\(SVG.number(end))"
                }
                guard areTitled else {
                    svg.path(style, data.joined())
                    continue
                }
                svg.group(style) { svg in
                    for (data, line) in zip(data, lines) { svg.path(nil, data, title: messages.text(of: line.0.title)) }
                }
            }
        }
        for (position, year) in scale.ticks.enumerated() {
            let x = scale.x(year)
            svg.text(
                "\(year)", at: .init(x: x, y: bottom + 16), anchor: x < 20 ? .start : x > 970 ? .end : .middle,
                class: position % 2 == 1 && scale.ticks.count > 6 ? "middle" : nil)
        }
        for row in rows {
            guard let name = row.name.map(messages.text) else { continue }
            if row.isBand {
                svg.text(name, at: .init(x: 0, y: row.y))
            } else {
                Self.write(name, beside: row.lane, y: row.y - 7, scale, in: &svg)
            }
        }
        if !maidenFlights.isEmpty {
            let heading = maidenFlights.count == 1 ? Label.maidenFlight : TemplateValue.message("timeline.maiden_flights")
            svg.text(messages.text(of: heading), at: .init(x: 0, y: Self.top + 14))
            for (place, (flight, label)) in zip(marks.places, zip(maidenFlights, labels)) {
                let point = SVG.Point(x: scale.x(flight.date), y: Self.top + Self.nameHeight + (Double(place.line) + 0.5) * Self.markHeight)
                svg.circle("mark", at: point, radius: 4.5, title: messages.text(of: flight.title))
                guard let anchor = place.anchor else { continue }
                svg.text(
                    label, at: point, shift: anchor == .start ? 10 : -10, lift: -5, anchor: anchor,
                    class: place.isForAll ? "name" : "name middle")
            }
        }
        self.svg = svg
        years = areTitled ? nil : "\(scale.first) \(scale.last)"
    }

    private static let top = 4.0
    private static let laneHeight = 6.0
    private static let nameHeight = 22.0
    private static let markHeight = 18.0

    /// The flights of each craft, in the order of the first of them.
    private static func byCraft(_ flights: [Flight]) -> [[Flight]] {
        let own = Dictionary(grouping: flights, by: \.craft).values.map { $0.sorted { $0.span < $1.span } }
        return own.sorted { ($0[0].span, $0[0].craft) < ($1[0].span, $1[0].craft) }
    }

    /// The name of a craft above its line, which it begins or ends with. A long one has the whole width.
    private static func write(_ name: String, beside lane: [Flight], y: Double, _ scale: YearScale, in svg: inout SVG) {
        let start = scale.line(lane[0].span).start
        let end = lane.map { scale.line($0.span).end }.max() ?? start
        let isLong = name.count > 18
        let short = name.count > 38 ? name.prefix(37) + "…" : name[...]
        if start < 500 {
            svg.text(String(short), at: .init(x: isLong ? 0 : start, y: y), class: "name")
        } else {
            svg.text(String(short), at: .init(x: isLong ? 1_000 : end, y: y), anchor: .end, class: "name")
        }
    }
}

/// The years along a chart, from the beginning of the first to the end of the last.
private struct YearScale {
    let first: Int
    let last: Int
    private let step: Int

    /// Nil when there are no flights.
    ///
    /// - Parameter others: years that are on the chart beside those of the flights, where they are not before the first of all spacecraft nor
    ///   further from the flights than these last, or than some decades where they are few: what a source may have wrong must not leave the
    ///   flights a corner of the chart.
    init?(_ flights: [TimelineChart.Flight], _ others: [Int], until dataYear: Int?) {
        let years = flights.map { $0.span.years(until: dataYear) }
        guard let first = years.map(\.lowerBound).min(), let last = years.map(\.upperBound).max() else { return nil }
        let span = max(last + 1 - first, 20)
        let near = min(first, max(first - span, Self.firstOfAll))...last + span
        let shown = others.filter(near.contains)
        self.first = min(first, shown.min() ?? first)
        self.last = max(last, shown.max() ?? last)
        let count = self.last + 1 - self.first
        step = [1, 2, 5, 10, 20, 50].first { count / $0 <= 12 } ?? 100
    }

    /// The year of the first spacecraft.
    private static let firstOfAll = 1957

    /// Whether a year is on the chart.
    func holds(_ year: Int) -> Bool { (first...last).contains(year) }

    /// Whole multiples of the step.
    var ticks: [Int] { (first...last).filter { $0 % step == 0 || step == 1 } }

    func x(_ year: Int) -> Double { 1_000 * Double(year - first) / Double(last + 1 - first) }

    private func x(_ time: Timestamp) -> Double {
        let year = time.date.year
        let begins = Self.begins(year)
        return x(year) + (x(year + 1) - x(year)) * Double(time.secondsSince1970 - begins) / Double(Self.begins(year + 1) - begins)
    }

    func x(_ date: CalendarDate) -> Double { x(Timestamp(date: date)) }

    /// Where a flight's line begins and ends. A short one is long enough to be seen.
    func line(_ span: FlightSpan) -> (start: Double, end: Double) {
        let start = min(994, x(span.start))
        return (start, min(1_000, max(span.end.map { x($0) } ?? 1_000, start + 6)))
    }

    /// The flights in as few lines as they fit in, without touching one another.
    func lanes(_ flights: [TimelineChart.Flight]) -> [[TimelineChart.Flight]] {
        let flights = flights.sorted { ($0.span, $0.craft) < ($1.span, $1.craft) }
        let lines = flights.map { line($0.span) }
        var ending = lines.indices.sorted { (lines[$0].end, $0) < (lines[$1].end, $1) }[...]
        var own: [Int] = []
        var free = LowestFirst()
        var lanes: [[TimelineChart.Flight]] = []
        for (flight, line) in zip(flights, lines) {
            // What ends before this one began before it too, so that it has its lane.
            while let ended = ending.first, lines[ended].end + 2 < line.start {
                free.insert(own[ended])
                ending.removeFirst()
            }
            let lane = free.removeLowest() ?? lanes.count
            if lane == lanes.count { lanes.append([]) }
            lanes[lane].append(flight)
            own.append(lane)
        }
        return lanes
    }

    private static func begins(_ year: Int) -> Int {
        CalendarDate(year: year, month: 1, day: 1).map { Timestamp(date: $0).secondsSince1970 } ?? 0
    }
}
