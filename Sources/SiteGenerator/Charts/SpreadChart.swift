import Catalogue
import TemplateEngine

/// One mark for each craft of a configuration along an axis of days in space. On the page of a craft, its own mark is filled.
struct SpreadChart: Sendable {
    let recordedCount: Int
    let shortest: Spacecraft
    let longest: Spacecraft
    private let scale: ChartScale
    private let base: SVG

    /// Nil when fewer than two craft have a recorded time in space.
    init?(_ craft: [Spacecraft], _ messages: Messages) {
        let recorded = craft.filter(Self.isRecorded).sorted { (Self.days($0), $0.id) < (Self.days($1), $1.id) }
        guard recorded.count > 1, let shortest = recorded.first, let longest = recorded.last else { return nil }
        recordedCount = recorded.count
        self.shortest = shortest
        self.longest = longest
        let scale = ChartScale(largest: Self.days(longest))
        self.scale = scale
        var svg = SVG(height: 104, label: messages.text(of: Self.label))
        Self.drawAxis(scale, messages, in: &svg)
        let marks = ChartMarks.merged(recorded.map { Self.point($0, scale) }, limit: ChartMarks.namedLimit, cell: 8)
        svg.group("mark") { svg in
            for mark in marks {
                svg.circle(at: mark.point, radius: 5, title: mark.title(messages, craft: { recorded[$0] }, alone: Self.title))
            }
        }
        base = svg
    }

    static func isRecorded(_ craft: Spacecraft) -> Bool { (craft.timeInSpace?.seconds ?? 0) > 0 }

    /// The drawing with one craft filled and named. Without it, the craft with the shortest and the longest time are named.
    func drawing(marking craft: Spacecraft?, _ messages: Messages) -> SVG {
        var svg = SVG(over: base)
        guard let craft, Self.isRecorded(craft) else {
            label(longest, messages, in: &svg)
            // Where two long names would meet, on a telephone or everywhere, the shorter time has none.
            if areApart(ChartLabels.widths.wide, messages) {
                label(shortest, isForAll: areApart(ChartLabels.widths.narrow, messages), messages, in: &svg)
            }
            return svg
        }
        svg.circle("mark here", at: Self.point(craft, scale), radius: 6, title: messages.text(of: Self.title(craft)))
        label(craft, messages, in: &svg)
        return svg
    }

    private static let label = TemplateValue.message("spread.drawing")
    private static let point = MessageLayout("charts.point", "craft", "time")
    private static let line = 62.0

    private static func days(_ craft: Spacecraft) -> Double { craft.timeInSpace.map(ChartScale.days) ?? 0 }

    private static func title(_ craft: Spacecraft) -> TemplateValue {
        point(craft.shownName, Formatted.duration(craft.timeInSpace ?? .zero))
    }

    private static func point(_ craft: Spacecraft, _ scale: ChartScale) -> SVG.Point {
        SVG.Point(x: scale.across(days(craft)), y: line)
    }

    private static func drawAxis(_ scale: ChartScale, _ messages: Messages, in svg: inout SVG) {
        svg.stretched { svg in
            let ticks = scale.ticks.map { "M\(SVG.number(scale.across(Double($0)))) \(Int(line) - 14)V\(Int(line) + 22)" }
            svg.path("grid", ticks.joined())
            svg.path("axis", "M0 \(Int(line) + 18)H1000")
        }
        for tick in scale.ticks {
            let isEnd = tick == 0 || tick == scale.end
            svg.text(
                messages.text(of: isEnd ? .message("charts.days", ["count": .integer(tick)]) : Formatted.number(tick)),
                at: .init(x: scale.across(Double(tick)), y: line + 36),
                anchor: tick == 0 ? .start : tick == scale.end ? .end : .middle)
        }
    }

    private static func anchor(at x: Double) -> SVG.Anchor { x < 300 ? .start : x > 700 ? .end : .middle }

    /// Whether the names of the shortest and the longest time do not meet in a drawing of a width in pixels.
    private func areApart(_ width: Double, _ messages: Messages) -> Bool {
        let (first, last) = (room(shortest, width, messages), room(longest, width, messages))
        return first.upperBound + 10 < last.lowerBound
    }

    /// Where the name of a craft stands in a drawing of a width, in pixels.
    private func room(_ craft: Spacecraft, _ width: Double, _ messages: Messages) -> ClosedRange<Double> {
        let point = Self.point(craft, scale).x
        let (x, long) = (point * width / 1_000, ChartLabels.width(of: messages.text(of: craft.shownName)))
        return switch Self.anchor(at: point) {
        case .start: x...x + long
        case .middle: x - long / 2...x + long / 2
        case .end: x - long...x
        }
    }

    private func label(_ craft: Spacecraft, isForAll: Bool = true, _ messages: Messages, in svg: inout SVG) {
        let x = Self.point(craft, scale).x
        svg.line(isForAll ? "leader" : "leader middle", at: x, from: Self.line - 9, to: Self.line - 26)
        svg.text(
            messages.text(of: craft.shownName), at: .init(x: x, y: Self.line - 32), anchor: Self.anchor(at: x),
            class: isForAll ? "name" : "name middle")
    }
}
