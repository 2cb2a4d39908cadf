import Catalogue
import TemplateEngine

/// A chart with its caption, and with what a script needs to read it point by point.
enum ChartView {
    static let shape: TemplateShape = [
        "id": .text, "label": .text, "svg_html": .html, "caption": .text, "note": .text, "axes": .text, "years": .text,
    ]
    private static let layout = ObjectLayout(shape)

    /// - Parameters:
    ///   - note: a sentence for the screen alone.
    ///   - axes: the axes of a drawing whose marks have no words. Scripts find its points in the register.
    ///   - years: the first and the last year, for a drawing of which the table beside it is read year by year.
    static func make(
        id: String, label: TemplateValue, svg: SVG, caption: TemplateValue, note: TemplateValue = .null, axes: String? = nil,
        years: String? = nil
    ) -> TemplateObject {
        TemplateObject(layout, [.text(id), label, .html(svg.safeHTML), caption, note, .optional(axes), .optional(years)])
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

    /// The place of a number of days along an axis that goes across.
    func across(_ days: Double) -> Double { 1_000 * days / Double(end) }

    static func days(_ duration: ISODuration) -> Double { Double(duration.seconds) / 86_400 }
}

/// The marks of a chart. When there are too many to distinguish, the marks in one small cell become one mark.
enum ChartMarks {
    struct Mark {
        let point: SVG.Point
        /// The numbers of the points that became the mark, ascending.
        let members: [Int]

        var radius: Double { members.count == 1 ? 4.5 : 5.5 }

        /// The words of the mark.
        ///
        /// - Parameters:
        ///   - craft: the craft of a point.
        ///   - title: the words of a craft that has the mark for itself.
        func title(_ messages: Messages, craft: (Int) -> Spacecraft, alone title: (Spacecraft) -> TemplateValue) -> String {
            if members.count == 1 { return messages.text(of: title(craft(members[0]))) }
            // `Soyuz 3, Soyuz 4 and 5 more`: the first names of those who share it.
            let named = Formatted.list(members.prefix(members.count > 4 ? 3 : 4).map { craft($0).shownName })
            let others = members.count - (members.count > 4 ? 3 : members.count)
            return messages.text(of: others == 0 ? named : .message("charts.many", ["names": named, "count": .integer(others)]))
        }
    }

    /// The largest number of marks that each have words to be read. Two elements for each of more would be half of the home page.
    static let namedLimit = 200

    /// Marks as the data of one path whose lines have round ends.
    static func dots(_ marks: [Mark]) -> String {
        marks.map { "M\(SVG.number($0.point.x)) \(SVG.number($0.point.y))h0" }.joined()
    }

    /// - Parameters:
    ///   - limit: the largest number of points of which each becomes a mark.
    ///   - cell: the sides of a cell in the drawing's units.
    static func merged(_ points: [SVG.Point], limit: Int, cell: Double) -> [Mark] {
        guard points.count > limit else { return points.indices.map { Mark(point: points[$0], members: [$0]) } }
        let cells = Dictionary(grouping: points.indices) { number in
            SVG.Point(x: (points[number].x / cell).rounded(), y: (points[number].y / cell).rounded())
        }
        return cells.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map { key, members in
            Mark(point: .init(x: key.x * cell, y: key.y * cell), members: members)
        }
    }
}
