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
        let marks = ChartMarks.merged(
            recorded.map { (Self.point($0, scale), $0) }, limit: ChartMarks.namedLimit, cell: 8, messages, title: Self.title)
        svg.group("mark") { svg in
            for mark in marks { svg.circle(at: mark.point, radius: 5, title: mark.title) }
        }
        base = svg
    }

    static func isRecorded(_ craft: Spacecraft) -> Bool { (craft.timeInSpace?.seconds ?? 0) > 0 }

    /// The drawing with one craft filled and named. Without it, the craft with the shortest and the longest time are named.
    func drawing(marking craft: Spacecraft?, _ messages: Messages) -> SVG {
        var svg = SVG(over: base)
        guard let craft, Self.isRecorded(craft) else {
            label(longest, messages, in: &svg)
            let apart = Self.point(longest, scale).x - Self.point(shortest, scale).x
            let letters = [longest, shortest].reduce(0) { $0 + messages.text(of: $1.shownName).count }
            // On a telephone two long names would meet.
            let isForAll = Double(letters) * 7.5 + 10 < apart * ChartLabels.widths.narrow / 1_000
            if apart > 500 { label(shortest, isForAll: isForAll, messages, in: &svg) }
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

    private func label(_ craft: Spacecraft, isForAll: Bool = true, _ messages: Messages, in svg: inout SVG) {
        let x = Self.point(craft, scale).x
        svg.line("leader", at: x, from: Self.line - 9, to: Self.line - 26)
        let anchor: SVG.Anchor = x < 300 ? .start : x > 700 ? .end : .middle
        svg.text(
            messages.text(of: craft.shownName), at: .init(x: x, y: Self.line - 32), anchor: anchor,
            class: isForAll ? "name" : "name middle")
    }
}
