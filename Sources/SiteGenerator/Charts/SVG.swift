import TemplateEngine

/// A drawing that is being made. Every text and attribute value in it is escaped.
///
/// It is as wide as its place, and has a height of its own: places across are thousandths of the width, places down are pixels. So one drawing
/// is right on a telephone and on a wide screen, with texts and marks of one size.
struct SVG: Sendable {
    private let head: String
    /// The drawing below this one, which many drawings share.
    private let ground: String
    private let height: Int
    private var body = ""

    /// - Parameters:
    ///   - label: a description of the drawing for readers who cannot see it.
    ///   - style: the class of the drawing.
    init(height: Int, label: String, style: String? = nil) {
        head =
            "<svg\(style.map { " class=\"\(Self.escaped($0))\"" } ?? "") width=\"100%\" height=\"\(height)\" role=\"img\" aria-label=\"\(Self.escaped(label))\">"
        ground = ""
        self.height = height
    }

    /// A drawing over another one, which stays as it is.
    init(over ground: SVG) {
        head = ground.head
        height = ground.height
        self.ground = ground.ground.isEmpty ? ground.body : ground.ground + ground.body
        body.reserveCapacity(512)
    }

    var safeHTML: SafeHTML {
        let end = "</svg>"
        var html = ""
        html.reserveCapacity(head.utf8.count + ground.utf8.count + body.utf8.count + end.utf8.count)
        for part in [head, ground, body, end] { html += part }
        return SafeHTML(vouchingFor: html)
    }

    /// Draws paths, which are stretched to the width of the drawing. Their lines keep their strength.
    mutating func stretched(_ draw: (inout SVG) -> Void) {
        append("<svg viewBox=\"0 0 1000 ")
        append(String(height))
        append("\" preserveAspectRatio=\"none\">")
        draw(&self)
        append("</svg>")
    }

    /// Draws what has one class.
    mutating func group(_ class: String, _ draw: (inout SVG) -> Void) {
        append("<g class=\"")
        append(escaping: `class`)
        append("\">")
        draw(&self)
        append("</g>")
    }

    /// A path in what is stretched: `M0 80H1000`.
    ///
    /// - Parameter title: the words of a path that is a point of the chart.
    mutating func path(_ class: String? = nil, _ data: String, isDashed: Bool = false, title: String? = nil) {
        append("<path")
        append(class: `class`)
        append(" d=\"")
        append(escaping: data)
        append("\"")
        if isDashed { append(" stroke-dasharray=\"3 4\"") }
        guard let title else { return append("/>") }
        append("><title>")
        append(escaping: title)
        append("</title></path>")
    }

    /// A line straight down.
    mutating func line(_ class: String, at x: Double, from top: Double, to bottom: Double) {
        append("<line")
        append(class: `class`)
        append(" x1=\"")
        append(share: x)
        append(" x2=\"")
        append(share: x)
        append(" y1=\"")
        append(top)
        append("\" y2=\"")
        append(bottom)
        append("\"/>")
    }

    /// A mark, which keeps its form, with the words of the point that it is.
    mutating func circle(_ class: String? = nil, at point: Point, radius: Double, title: String) {
        append("<circle")
        append(class: `class`)
        append(" cx=\"")
        append(share: point.x)
        append(" cy=\"")
        append(point.y)
        append("\" r=\"")
        append(radius)
        append("\"><title>")
        append(escaping: title)
        append("</title></circle>")
    }

    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// - Parameters:
    ///   - shift: pixels by which the text stands aside of its place.
    ///   - lift: pixels by which it stands above it.
    mutating func text(
        _ text: String, at point: Point, shift: Double = 0, lift: Double = 0, anchor: Anchor = .start, class: String? = nil
    ) {
        append("<text")
        append(class: `class`)
        append(" x=\"")
        append(share: point.x)
        append(" y=\"")
        append(point.y - lift)
        append("\"")
        if shift != 0 {
            append(" dx=\"")
            append(shift)
            append("\"")
        }
        if anchor != .start {
            append(" text-anchor=\"")
            append(escaping: anchor.rawValue)
            append("\"")
        }
        append(">")
        append(escaping: text)
        append("</text>")
    }

    /// A place in the drawing: thousandths of its width, and pixels from its top.
    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    private mutating func append(_ markup: String) { body += markup }

    private mutating func append(class: String?) {
        guard let `class` else { return }
        append(" class=\"")
        append(escaping: `class`)
        append("\"")
    }

    /// Thousandths as the rest of an attribute in percent.
    private mutating func append(share: Double) {
        append(share / 10)
        append("%\"")
    }

    private mutating func append(_ number: Double) { append(Self.number(number)) }

    private mutating func append(escaping text: String) { append(Self.escaped(text)) }

    /// A number with at most one decimal, so that a drawing is the same on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        var number = tenths < 0 ? "-" : ""
        number += digits(tenths.magnitude / 10)
        if tenths % 10 != 0 {
            number += "."
            number += digits(tenths.magnitude % 10)
        }
        return number
    }

    private static func digits(_ number: UInt) -> String {
        number < UInt(small.count) ? small[Int(number)] : String(number)
    }

    /// The numbers up to the width of a drawing.
    private static let small = (0...1_000).map { String($0) }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
    }

    private static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.withContiguousStorageIfAvailable { !$0.contains(where: isSpecial) }
        if isPlain ?? false { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
