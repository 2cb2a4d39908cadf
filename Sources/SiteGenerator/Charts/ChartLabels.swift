/// Names beside the points of a chart, each where it meets no other name, no point and no axis. A drawing is as wide as its place, so a name
/// is tried at the smallest width of a wide place and at that of a telephone: it has more room in all that are wider.
struct ChartLabels {
    /// Where a name stands beside its point, in pixels.
    struct Place: Equatable {
        var shift: Double
        var lift: Double
        var anchor: SVG.Anchor
        /// Whether there is room for it on a telephone too.
        var isForAll = false
    }

    private let points: [SVG.Point]
    private let top: Double
    private let bottom: Double
    private var wide: [Box] = []
    private var narrow: [Box] = []

    /// The widths of the drawing in the narrowest window that is not a telephone's, and in one of 320 pixels.
    static let widths = (wide: 640.0, narrow: 236.0)

    /// - Parameters:
    ///   - points: all points of the chart.
    ///   - top: where the vertical axis begins.
    ///   - bottom: the horizontal axis.
    init(_ points: [SVG.Point], top: Double, bottom: Double) {
        self.points = points
        self.top = top
        self.bottom = bottom
    }

    /// The number of names that have their place.
    var count: Int { wide.count }

    /// How wide a name is, in pixels, with letters of usual width. Those of Chinese, Japanese and Korean, and signs in their form, are as wide as
    /// two others.
    static func width(of name: String) -> Double { name.reduce(0) { $0 + ($1.isWide ? 15 : 7.5) } }

    /// The place of a name, which it then has. Nil when there is no room for it.
    ///
    /// - Parameters:
    ///   - lifted: pixels by which it stands above its point.
    ///   - number: the number of its point. Nil for a name of something else.
    mutating func place(_ name: String, at point: SVG.Point, lifted: Double = 0, number: Int?) -> Place? {
        let long = Self.width(of: name)
        // A name on the axis would be crossed by it.
        let lift = point.y > bottom - 12 ? point.y - bottom + 9 : lifted > 0 ? lifted : -5
        // What names a line that rises to the right stands before it.
        for anchor in number == nil ? [SVG.Anchor.end, .start] : [.start, .end] {
            var place = Place(shift: anchor == .start ? 10 : -10, lift: lift, anchor: anchor)
            let box = Box(long, point, place, width: Self.widths.wide)
            guard isFree(box, among: wide, number, width: Self.widths.wide) else { continue }
            wide.append(box)
            let small = Box(long, point, place, width: Self.widths.narrow)
            place.isForAll = number != nil && isFree(small, among: narrow, number, width: Self.widths.narrow)
            if place.isForAll { narrow.append(small) }
            return place
        }
        return nil
    }

    private func isFree(_ box: Box, among taken: [Box], _ number: Int?, width: Double) -> Bool {
        box.left >= 4 && box.right <= width && box.top >= top - 10 && !taken.contains(where: box.meets)
            && !points.indices.contains { $0 != number && box.holds(points[$0], width: width) }
    }

    private struct Box {
        let left, right, top, bottom: Double

        init(_ name: Double, _ point: SVG.Point, _ place: Place, width: Double) {
            let long = name + 2
            let start = point.x * width / 1_000 + place.shift
            (left, right) = place.anchor == .start ? (start, start + long) : (start - long, start)
            bottom = point.y - place.lift + 3
            top = bottom - 15
        }

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        func holds(_ point: SVG.Point, width: Double) -> Bool {
            let x = point.x * width / 1_000
            return x + 5 > left && x - 5 < right && point.y + 5 > top && point.y - 5 < bottom
        }
    }
}

extension Character {
    /// Whether it is wide or full-width, as the East Asian Width of Unicode (UAX 11) has it in broad ranges.
    fileprivate var isWide: Bool {
        switch unicodeScalars.first?.value ?? 0 {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
