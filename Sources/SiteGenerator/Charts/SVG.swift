import TemplateEngine

/// A drawing that is being made. Every text and attribute value in it is escaped.
struct SVG: Sendable {
    private let head: [UInt8]
    /// The drawing below this one, which many drawings share.
    private let ground: [UInt8]
    private var body: [UInt8] = []

    /// - Parameters:
    ///   - label: a description of the drawing for readers who cannot see it.
    ///   - isBroad: whether the drawing keeps its size and scrolls on a narrow screen.
    init(width: Int, height: Int, label: String, isBroad: Bool = false) {
        head = Array(
            "<svg\(isBroad ? " class=\"broad\"" : "") width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(Self.escaped(label))\">"
                .utf8)
        ground = []
    }

    /// A drawing over another one, which stays as it is.
    init(over ground: SVG) {
        head = ground.head
        self.ground = ground.ground.isEmpty ? ground.body : ground.ground + ground.body
    }

    var safeHTML: SafeHTML {
        let parts = (head, ground, body, "</svg>" as StaticString)
        let count = parts.0.count + parts.1.count + parts.2.count + parts.3.utf8CodeUnitCount
        return SafeHTML(
            vouchingFor: String(unsafeUninitializedCapacity: count) { html in
                var end = 0
                for part in [parts.0, parts.1, parts.2] { end = html[end...].initialize(fromContentsOf: part) }
                return html[end...].initialize(
                    fromContentsOf: UnsafeBufferPointer(start: parts.3.utf8Start, count: parts.3.utf8CodeUnitCount))
            })
    }

    /// A path of straight lines: `M8 80H720`.
    mutating func path(_ class: String, _ data: String, isDashed: Bool = false) {
        append("<path class=\"")
        append(escaping: `class`)
        append("\" d=\"")
        append(escaping: data)
        append(isDashed ? "\" stroke-dasharray=\"3 4\"/>" : "\"/>")
    }

    mutating func circle(_ class: String, at point: Point, radius: Double, title: String) {
        append("<circle class=\"")
        append(escaping: `class`)
        append("\" cx=\"")
        append(point.x)
        append("\" cy=\"")
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

    mutating func text(_ text: String, at point: Point, anchor: Anchor = .start, class: String? = nil) {
        append("<text")
        if let `class` {
            append(" class=\"")
            append(escaping: `class`)
            append("\"")
        }
        append(" x=\"")
        append(point.x)
        append("\" y=\"")
        append(point.y)
        append("\" text-anchor=\"")
        append(escaping: anchor.rawValue)
        append("\">")
        append(escaping: text)
        append("</text>")
    }

    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    private mutating func append(_ markup: StaticString) {
        body.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    private mutating func append(_ number: Double) { body.append(contentsOf: Self.number(number).utf8) }

    private mutating func append(escaping text: String) { body.append(contentsOf: Self.escaped(text).utf8) }

    /// A number with at most one decimal, so that a drawing is the same on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let magnitude = tenths.magnitude
        return magnitude % 10 == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }

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
