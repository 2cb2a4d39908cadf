import Catalogue
import TemplateEngine

/// A chart with its caption.
enum ChartView {
    static let shape: TemplateShape = ["id": .text, "label": .text, "svg_html": .html, "caption": .text, "note": .text]
    private static let layout = ObjectLayout(shape)

    /// - Parameter note: a sentence for the screen alone.
    static func make(id: String, label: TemplateValue, svg: SVG, caption: TemplateValue, note: TemplateValue = .null)
        -> TemplateObject
    {
        TemplateObject(layout, [.text(id), label, .html(svg.safeHTML), caption, note])
    }
}

/// An axis from zero in whole days with round steps.
struct ChartScale: Sendable {
    let step: Int
    /// The end of the axis: the first step beyond the largest value.
    let end: Int

    init(largest: Double) {
        let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]
        step = steps.first { largest / Double($0) <= 6 } ?? max(1, Int(largest / 6))
        end = step * (Int(largest / Double(step)) + 1)
    }

    var ticks: StrideThrough<Int> { stride(from: 0, through: end, by: step) }

    static func days(_ duration: ISODuration) -> Double { Double(duration.seconds) / 86_400 }
}

/// The marks of a chart. When there are too many to distinguish, the marks in one small cell become one mark.
enum ChartMarks {
    struct Mark {
        let point: SVG.Point
        let title: String
        let isInSpace: Bool
        let count: Int

        var radius: Double { count == 1 ? 4.5 : 5.5 }
    }

    /// The largest number of marks that each have a name to be read. Two elements for each of more would be half of the home page.
    static let namedLimit = 200

    /// Marks as the data of one path.
    static func rings(_ marks: [Mark]) -> String {
        marks.map { mark in
            let (radius, across) = (SVG.number(mark.radius), SVG.number(2 * mark.radius))
            let arc = "a\(radius) \(radius) 0 1 0"
            return "M\(SVG.number(mark.point.x - mark.radius)) \(SVG.number(mark.point.y))\(arc) \(across) 0\(arc)-\(across) 0"
        }.joined()
    }

    /// - Parameters:
    ///   - limit: the largest number of marks for which each craft has its own mark.
    ///   - cell: the side of a cell in the drawing's units.
    static func merged(_ marks: [(point: SVG.Point, craft: Spacecraft)], limit: Int, cell: Double, _ messages: Messages)
        -> [Mark]
    {
        guard marks.count > limit else {
            return marks.map { Mark(point: $0.point, title: $0.craft.name, isInSpace: $0.craft.isInSpace, count: 1) }
        }
        let cells = Dictionary(grouping: marks) { mark in
            SVG.Point(x: (mark.point.x / cell).rounded(), y: (mark.point.y / cell).rounded())
        }
        return cells.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map { key, members in
            let title =
                members.count == 1 ? members[0].craft.name : messages.text(of: .message("charts.many", ["count": .integer(members.count)]))
            return Mark(
                point: .init(x: key.x * cell, y: key.y * cell), title: title, isInSpace: members.contains { $0.craft.isInSpace },
                count: members.count)
        }
    }
}
