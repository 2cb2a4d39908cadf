import Catalogue

/// The marks of a chart. Where there are too many to tell apart, those that fall into one small cell become one.
enum ChartMarks {
    struct Mark {
        let point: SVG.Point
        let title: String
        let isInSpace: Bool
        let count: Int
    }

    /// - Parameters:
    ///   - limit: up to so many marks each craft has its own.
    ///   - cell: the side of a cell in the drawing's units.
    static func merged(_ marks: [(point: SVG.Point, craft: Spacecraft)], limit: Int, cell: Double) -> [Mark] {
        guard marks.count > limit else {
            return marks.map { Mark(point: $0.point, title: $0.craft.name, isInSpace: $0.craft.inSpace, count: 1) }
        }
        let cells = Dictionary(grouping: marks) { mark in
            SVG.Point(x: (mark.point.x / cell).rounded(), y: (mark.point.y / cell).rounded())
        }
        return cells.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map { key, members in
            let title = members.count == 1 ? members[0].craft.name : "\(Numbers.grouped(members.count)) craft"
            return Mark(
                point: .init(x: key.x * cell, y: key.y * cell), title: title, isInSpace: members.contains { $0.craft.inSpace },
                count: members.count)
        }
    }
}
