import Catalogue
import TemplateEngine

/// Flights as lines along the years. Flights at the same time stand one above the other.
enum TimelineChart {
    /// Flights that stand together below a name.
    struct Band {
        /// Nil for the only band.
        let name: TemplateValue?
        let spans: [FlightSpan]
    }

    /// Nil when there are no flights.
    static func make(_ bands: [Band], label: TemplateValue, _ messages: Messages) -> SVG? {
        let years = bands.flatMap(\.spans).map(\.years)
        guard let first = years.map(\.lowerBound).min(), let last = years.map(\.upperBound).max() else { return nil }
        let scale = YearScale(first: first, last: last)
        let rows = bands.filter { !$0.spans.isEmpty }.map { (band: $0, lanes: lanes($0.spans, scale)) }
        let bottom = rows.reduce(top) { $0 + height(of: $1.band, $1.lanes) }
        var svg = SVG(width: Int(width), height: Int(bottom) + 24, label: messages.text(of: label), isBroad: true)
        for year in scale.ticks {
            let x = SVG.number(scale.x(year))
            svg.path("grid", "M\(x) \(Int(top))V\(SVG.number(bottom))")
            svg.text("\(year)", at: .init(x: scale.x(year), y: bottom + 16), anchor: year == first ? .start : .middle)
        }
        svg.path("axis", "M\(SVG.number(left)) \(SVG.number(bottom))H\(SVG.number(right))")
        var y = top
        for (band, lanes) in rows {
            if let name = band.name { svg.text(messages.text(of: name), at: .init(x: left, y: y + 14)) }
            let line = y + (band.name == nil ? 0 : nameHeight) + laneHeight / 2
            for (style, isOpen) in [("span", false), ("span alive", true)] {
                var data = ""
                var at = line
                for lane in lanes {
                    for span in lane where (span.end == nil) == isOpen {
                        let (start, end) = scale.line(span)
                        data += "M\(SVG.number(start)) \(SVG.number(at))H\(SVG.number(end))"
                    }
                    at += laneHeight
                }
                if !data.isEmpty { svg.path(style, data) }
            }
            y += height(of: band, lanes)
        }
        return svg
    }

    private static let width = 960.0
    private static let left = 4.0
    private static let right = 948.0
    private static let top = 4.0
    private static let laneHeight = 6.0
    private static let nameHeight = 20.0

    private static func height(of band: Band, _ lanes: [[FlightSpan]]) -> Double {
        Double(lanes.count) * laneHeight + (band.name == nil ? 0 : nameHeight) + 6
    }

    /// The flights in as few lines as they fit in, without touching one another.
    private static func lanes(_ spans: [FlightSpan], _ scale: YearScale) -> [[FlightSpan]] {
        var lanes: [[FlightSpan]] = []
        var ends: [Double] = []
        for span in spans.sorted(by: { ($0.start, $0.end?.secondsSince1970 ?? .max) < ($1.start, $1.end?.secondsSince1970 ?? .max) }) {
            let (start, end) = scale.line(span)
            if let free = ends.firstIndex(where: { $0 + 2 < start }) {
                lanes[free].append(span)
                ends[free] = end
            } else {
                lanes.append([span])
                ends.append(end)
            }
        }
        return lanes
    }

    /// The years along the chart, from the beginning of the first to the end of the last.
    private struct YearScale {
        let first: Int
        let last: Int
        let step: Int

        init(first: Int, last: Int) {
            self.first = first
            self.last = last
            let count = last + 1 - first
            step = [1, 2, 5, 10, 20, 50].first { count / $0 <= 12 } ?? 100
        }

        /// Whole multiples of the step, and no label that would be cut off at the end.
        var ticks: [Int] { (first...last).filter { $0 % step == 0 || step == 1 } }

        func x(_ year: Int) -> Double { left + (right - left) * Double(year - first) / Double(last + 1 - first) }

        private func x(_ time: Timestamp) -> Double {
            let year = time.date.year
            let begins = Self.begins(year)
            return x(year) + (x(year + 1) - x(year)) * Double(time.secondsSince1970 - begins) / Double(Self.begins(year + 1) - begins)
        }

        /// Where a flight's line begins and ends. A short one is long enough to be seen.
        func line(_ span: FlightSpan) -> (start: Double, end: Double) {
            let start = x(span.start)
            return (start, min(right, max(span.end.map { x($0) } ?? right, start + 2)))
        }

        private static func begins(_ year: Int) -> Int {
            CalendarDate(year: year, month: 1, day: 1).map { Timestamp(date: $0).secondsSince1970 } ?? 0
        }
    }
}
