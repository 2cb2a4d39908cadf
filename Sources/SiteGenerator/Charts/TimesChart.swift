import Catalogue
import TemplateEngine

/// Every craft that has flown as a point. The horizontal axis shows days in space, the vertical axis days docked.
enum TimesChart {
    static func make(_ spacecraft: [Spacecraft], _ messages: Messages) -> SVG? {
        let flown = spacecraft.filter { $0.hasFlown && ($0.timeInSpace?.seconds ?? 0) > 0 }
        guard flown.count > 1, let longest = flown.map(daysInSpace).max() else { return nil }
        let across = ChartScale(largest: longest)
        let up = ChartScale(largest: flown.map(daysDocked).max() ?? 0)
        let x = { (days: Double) in left + (right - left) * days / Double(across.end) }
        let y = { (days: Double) in bottom - (bottom - top) * days / Double(up.end) }
        var svg = SVG(width: width, height: height, label: messages.text(of: label), isBroad: true)
        drawAxes(across, up, x, y, messages, in: &svg)
        let points = flown.map { (point: SVG.Point(x: x(daysInSpace($0)), y: y(daysDocked($0))), craft: $0) }
        let marks = ChartMarks.merged(points, limit: 800, cell: 8, messages)
        if marks.count > ChartMarks.namedLimit {
            for (style, isInSpace) in [("marks", false), ("marks alive", true)] {
                let rings = ChartMarks.rings(marks.filter { $0.isInSpace == isInSpace })
                if !rings.isEmpty { svg.path(style, rings) }
            }
        } else {
            for mark in marks {
                svg.circle(mark.isInSpace ? "mark alive" : "mark", at: mark.point, radius: mark.radius, title: mark.title)
            }
        }
        for (point, craft) in labelled(points) {
            let isFarRight = point.x > Double(width) * 0.8
            svg.text(
                messages.text(of: craft.shownName), at: .init(x: point.x + (isFarRight ? -10 : 10), y: point.y + 5),
                anchor: isFarRight ? .end : .start,
                class: "name")
        }
        return svg
    }

    private static let label = TemplateValue.message("home.chart_drawing")
    private static let inSpaceAxis = TemplateValue.message("home.chart_days_in_space")
    private static let dockedAxis = TemplateValue.message("home.chart_days_docked")
    private static let asLong = TemplateValue.message("home.chart_as_long")
    private static let width = 960
    private static let height = 440
    private static let left = 44.0
    private static let right = 952.0
    private static let top = 24.0
    private static let bottom = 396.0

    private static func daysInSpace(_ craft: Spacecraft) -> Double { craft.timeInSpace.map(ChartScale.days) ?? 0 }
    private static func daysDocked(_ craft: Spacecraft) -> Double { craft.timeDocked.map(ChartScale.days) ?? 0 }

    private static func drawAxes(
        _ across: ChartScale, _ up: ChartScale, _ x: (Double) -> Double, _ y: (Double) -> Double, _ messages: Messages,
        in svg: inout SVG
    ) {
        for tick in across.ticks {
            let position = x(Double(tick))
            svg.text(messages.text(of: Formatted.number(tick)), at: .init(x: position, y: bottom + 18), anchor: .middle)
            if tick > 0 { svg.path("grid", "M\(SVG.number(position)) \(Int(top))V\(Int(bottom))") }
        }
        for tick in up.ticks where tick > 0 {
            let position = y(Double(tick))
            svg.path("grid", "M\(Int(left)) \(SVG.number(position))H\(Int(right))")
            svg.text(messages.text(of: Formatted.number(tick)), at: .init(x: left - 8, y: position + 4), anchor: .end)
        }
        svg.path("axis", "M\(Int(left)) \(Int(top))V\(Int(bottom))H\(Int(right))")
        let diagonal = Double(min(across.end, up.end))
        svg.path(
            "leader", "M\(SVG.number(x(0))) \(SVG.number(y(0)))L\(SVG.number(x(diagonal))) \(SVG.number(y(diagonal)))", isDashed: true)
        svg.text(messages.text(of: inSpaceAxis), at: .init(x: right, y: bottom + 36), anchor: .end)
        svg.text(messages.text(of: dockedAxis), at: .init(x: left - 36, y: top - 10))
        svg.text(messages.text(of: asLong), at: .init(x: x(diagonal * 0.62) - 10, y: y(diagonal * 0.62) - 8), anchor: .end)
    }

    /// The names that fit, from the longest time in space on. A name is left out when it overlaps another name or a point.
    private static func labelled(_ points: [(point: SVG.Point, craft: Spacecraft)]) -> [(SVG.Point, Spacecraft)] {
        // Places are sorted, and not the craft themselves, which are large.
        let ordered = points.indices.sorted { (points[$1].point.x, points[$0].craft.id) < (points[$0].point.x, points[$1].craft.id) }
        var taken: [Box] = []
        var labelled: [(SVG.Point, Spacecraft)] = []
        for (point, craft) in ordered.prefix(200).lazy.map({ points[$0] }) where labelled.count < 12 {
            let length = Double(craft.name.count) * 7.5 + 8
            let start = point.x > Double(width) * 0.8 ? point.x - 10 - length : point.x + 8
            let box = Box(left: start, right: start + length, top: point.y - 9, bottom: point.y + 9)
            guard !taken.contains(where: box.meets), !points.contains(where: { $0.craft.id != craft.id && box.holds($0.point) }) else {
                continue
            }
            taken.append(box)
            labelled.append((point, craft))
        }
        return labelled
    }

    private struct Box {
        let left, right, top, bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        func holds(_ point: SVG.Point) -> Bool {
            point.x + 5 > left && point.x - 5 < right && point.y + 5 > top && point.y - 5 < bottom
        }
    }
}
