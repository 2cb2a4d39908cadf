import Catalogue
import TemplateEngine

/// Every craft that has flown as a point. The horizontal axis shows days in space, the vertical axis days docked.
struct TimesChart {
    let svg: SVG
    /// Where both axes end, in days, and where the vertical one begins and ends in the drawing. Nil when each mark has its words.
    let axes: String?

    /// What is drawn of a craft. The craft themselves are large, and thousands of them become one line.
    private struct Flown {
        let position: Int
        let daysInSpace: Double
        let daysDocked: Double
        let isInSpace: Bool
    }

    /// Nil when fewer than two craft have flown for a known time.
    init?(_ spacecraft: EntityTable<Spacecraft>, _ messages: Messages) {
        let flown = Self.flown(spacecraft)
        guard flown.count > 1, let longest = flown.map(\.daysInSpace).max() else { return nil }
        let across = ChartScale(largest: longest)
        let up = ChartScale(largest: flown.map(\.daysDocked).max() ?? 0)
        let y = { (days: Double) in Self.bottom - (Self.bottom - Self.top) * days / Double(up.end) }
        let craft = { (number: Int) in spacecraft[flown[number].position] }
        let points = flown.map { SVG.Point(x: across.across($0.daysInSpace), y: y($0.daysDocked)) }
        let marks = ChartMarks.merged(points, limit: 800, cell: 8)
        let isInSpace = { (mark: ChartMarks.Mark) in mark.members.contains { flown[$0].isInSpace } }
        let areNamed = marks.count <= ChartMarks.namedLimit
        var svg = SVG(height: Self.height, label: messages.text(of: .message("home.chart_drawing")), style: "broad axes")
        let diagonal = Double(min(across.end, up.end))
        svg.stretched { svg in
            svg.path("grid", Self.grid(across, up, y))
            svg.path("axis", "M0 \(Int(Self.top))V\(Int(Self.bottom))H1000")
            svg.path(
                "leader", "M0 \(Int(Self.bottom))L\(SVG.number(across.across(diagonal))) \(SVG.number(y(diagonal)))", isDashed: true)
            guard !areNamed else { return }
            for (style, isAlive) in [("dots", false), ("dots alive", true)] {
                let dots = ChartMarks.dots(marks.filter { isInSpace($0) == isAlive })
                if !dots.isEmpty { svg.path(style, dots) }
            }
        }
        for mark in areNamed ? marks : [] {
            svg.circle(
                isInSpace(mark) ? "mark alive" : "mark", at: mark.point, radius: mark.radius,
                title: mark.title(messages, craft: craft, alone: Self.title))
        }
        Self.drawNumbers(across, up, y, messages, in: &svg)
        let asLong = messages.text(of: .message("home.chart_as_long"))
        var labels = ChartLabels(points, top: Self.top, bottom: Self.bottom)
        let middle = SVG.Point(x: across.across(diagonal * 0.62), y: y(diagonal * 0.62))
        if let place = labels.place(asLong, at: middle, lifted: 8, number: nil) {
            svg.text(asLong, at: middle, shift: place.shift, lift: place.lift, anchor: place.anchor, class: "middle")
        }
        // The points are in the order of the ids of the craft.
        let ordered = points.indices.sorted { (points[$1].x, $0) < (points[$0].x, $1) }
        var names = 0
        for number in ordered.prefix(200) where names < 12 {
            let point = points[number]
            let name = messages.text(of: craft(number).shownName)
            guard let place = labels.place(name, at: point, number: number) else { continue }
            names += 1
            svg.text(
                name, at: point, shift: place.shift, lift: place.lift, anchor: place.anchor, class: place.isForAll ? "name" : "name middle")
        }
        self.svg = svg
        axes = areNamed ? nil : "\(across.end) \(up.end) \(Int(Self.top)) \(Int(Self.bottom))"
    }

    private static let docked = MessageLayout("charts.point_docked", "craft", "time", "docked")
    private static let notDocked = MessageLayout("charts.point_not_docked", "craft", "time")
    private static let height = 440
    private static let top = 30.0
    private static let bottom = 396.0

    private static func flown(_ spacecraft: EntityTable<Spacecraft>) -> [Flown] {
        var flown: [Flown] = []
        var position = 0
        spacecraft.forEachRow { craft in
            defer { position += 1 }
            guard let time = craft.pointee.timeInSpace, time.seconds > 0, craft.pointee.hasFlown else { return }
            flown.append(
                Flown(
                    position: position, daysInSpace: ChartScale.days(time), daysDocked: craft.pointee.timeDocked.map(ChartScale.days) ?? 0,
                    isInSpace: craft.pointee.isInSpace))
        }
        return flown
    }

    private static func title(_ craft: Spacecraft) -> TemplateValue {
        let time = Formatted.duration(craft.timeInSpace ?? .zero)
        guard let docked = craft.timeDocked, docked.seconds > 0 else { return notDocked(craft.shownName, time) }
        return Self.docked(craft.shownName, time, Formatted.duration(docked))
    }

    private static func grid(_ across: ChartScale, _ up: ChartScale, _ y: (Double) -> Double) -> String {
        let upright = across.ticks.filter { $0 > 0 }.map { "M\(SVG.number(across.across(Double($0)))) \(Int(top))V\(Int(bottom))" }
        let level = up.ticks.filter { $0 > 0 }.map { "M0 \(SVG.number(y(Double($0))))H1000" }
        return (upright + level).joined()
    }

    private static func drawNumbers(
        _ across: ChartScale, _ up: ChartScale, _ y: (Double) -> Double, _ messages: Messages, in svg: inout SVG
    ) {
        for tick in across.ticks {
            svg.text(
                messages.text(of: Formatted.number(tick)), at: .init(x: across.across(Double(tick)), y: bottom + 18),
                anchor: tick == across.end ? .end : .middle)
        }
        for tick in up.ticks where tick > 0 {
            svg.text(messages.text(of: Formatted.number(tick)), at: .init(x: 0, y: y(Double(tick)) + 4), shift: -8, anchor: .end)
        }
        svg.text(messages.text(of: .message("home.chart_days_in_space")), at: .init(x: 1_000, y: bottom + 36), anchor: .end)
        svg.text(messages.text(of: .message("home.chart_days_docked")), at: .init(x: 0, y: top - 14), shift: -36)
    }
}
