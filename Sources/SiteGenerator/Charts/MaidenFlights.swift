import Catalogue
import TemplateEngine

/// The maiden flight of a configuration.
struct MaidenFlight: Sendable {
    let configuration: Configuration
    let date: CalendarDate

    /// Those of configurations, the earliest first.
    ///
    /// - Parameters:
    ///   - spans: flights of their craft. Where there are none, no maiden flight is shown.
    ///   - dataDay: the day of the data. What is planned for a later one has not been flown. Without it, none is known to have been flown after
    ///     the last year of the flights.
    static func known(of configurations: [Configuration], beside spans: [FlightSpan], until dataDay: CalendarDate?) -> [MaidenFlight] {
        guard let lastYear = spans.map({ $0.years(until: dataDay?.year).upperBound }).max() else { return [] }
        let flights = configurations.compactMap { configuration in
            configuration.details?.maidenFlight.map { MaidenFlight(configuration: configuration, date: $0) }
        }
        return flights.filter { flight in dataDay.map { flight.date <= $0 } ?? (flight.date.year <= lastYear) }
            .sorted { ($0.date, $0.configuration.id) < ($1.date, $1.configuration.id) }
    }

    /// `Soyuz TM, 1986`
    var label: TemplateValue { Self.short(configuration.shownName, .text("\(date.year)")) }

    /// `Soyuz TM: maiden flight 21 May 1986`
    var title: TemplateValue { Self.whole(configuration.shownName, Formatted.date(date)) }

    private static let short = MessageLayout("charts.maiden_short", "configuration", "year")
    private static let whole = MessageLayout("charts.maiden_flight", "configuration", "date")
}

/// Marks along a line with names beside them, on as many lines as the names need. As in `ChartLabels`, a name is tried at the smallest width
/// of a wide place and at that of a telephone.
struct MarkLines {
    struct Place: Equatable {
        let line: Int
        /// Whether the name stands after its mark or before it. Nil where there is no room for it.
        let anchor: SVG.Anchor?
        /// Whether there is room for it on a telephone too.
        let isForAll: Bool
    }

    /// In the order of the marks.
    private(set) var places: [Place] = []
    /// The number of lines.
    var count: Int { places.map { $0.line + 1 }.max() ?? 0 }

    /// The largest number of lines. Beside more marks some names are left out on a telephone, and then everywhere.
    private static let limit = 12
    private static let widths = ChartLabels.widths
    /// What is taken on each line, in pixels.
    private var wide = Array(repeating: [ClosedRange<Double>](), count: limit)
    private var narrow = Array(repeating: [ClosedRange<Double>](), count: limit)

    /// - Parameter marks: the place of each mark in thousandths of the width, from left to right, and the width of its name in pixels.
    init(_ marks: [(x: Double, name: Double)]) {
        for mark in marks { places.append(place(mark)) }
    }

    private mutating func place(_ mark: (x: Double, name: Double)) -> Place {
        let marks = (wide: Self.mark(mark.x, Self.widths.wide), narrow: Self.mark(mark.x, Self.widths.narrow))
        let sides: [(SVG.Anchor, wide: ClosedRange<Double>, narrow: ClosedRange<Double>?)] = [SVG.Anchor.start, .end].compactMap { anchor in
            Self.room(mark, anchor, Self.widths.wide).map { (anchor, $0, Self.room(mark, anchor, Self.widths.narrow)) }
        }
        for line in wide.indices {
            for case let (anchor, room, small?) in sides where take(line, room, small) {
                return Place(line: line, anchor: anchor, isForAll: true)
            }
        }
        for line in wide.indices {
            for (anchor, room, _) in sides where take(line, room, marks.narrow) {
                return Place(line: line, anchor: anchor, isForAll: false)
            }
        }
        if let line = wide.indices.first(where: { take($0, marks.wide, marks.narrow) }) {
            return Place(line: line, anchor: nil, isForAll: false)
        }
        // Where no line has room, marks meet on all lines alike, and not on one of them.
        let line = wide.indices.min { (narrow[$0].count, $0) < (narrow[$1].count, $1) } ?? 0
        wide[line].append(marks.wide)
        narrow[line].append(marks.narrow)
        return Place(line: line, anchor: nil, isForAll: false)
    }

    /// Whether a line has room for both, which then is taken.
    private mutating func take(_ line: Int, _ room: ClosedRange<Double>, _ small: ClosedRange<Double>) -> Bool {
        guard !wide[line].contains(where: room.overlaps), !narrow[line].contains(where: small.overlaps) else { return false }
        wide[line].append(room)
        narrow[line].append(small)
        return true
    }

    private static func mark(_ x: Double, _ width: Double) -> ClosedRange<Double> {
        x * width / 1_000 - 7...x * width / 1_000 + 7
    }

    /// A mark with its name. Nil where the name does not fit into the drawing.
    private static func room(_ mark: (x: Double, name: Double), _ anchor: SVG.Anchor, _ width: Double) -> ClosedRange<Double>? {
        let own = Self.mark(mark.x, width)
        let long = mark.name + 5
        let room = anchor == .start ? own.lowerBound...own.upperBound + long : own.lowerBound - long...own.upperBound
        return (anchor == .start ? room.upperBound <= width : room.lowerBound >= 0) ? room : nil
    }
}
