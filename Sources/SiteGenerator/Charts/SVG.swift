import TemplateEngine

/// A drawing that is being made. Every text and attribute value in it is escaped.
struct SVG: Sendable {
    private var body = ""
    private let width: Int
    private let height: Int
    private let label: String
    private let isBroad: Bool

    /// - Parameters:
    ///   - label: a description of the drawing for readers who cannot see it.
    ///   - isBroad: whether the drawing keeps its size and scrolls on a narrow screen.
    init(width: Int, height: Int, label: String, isBroad: Bool = false) {
        self.width = width
        self.height = height
        self.label = label
        self.isBroad = isBroad
    }

    var safeHTML: SafeHTML {
        var svg =
            "<svg\(isBroad ? " class=\"broad\"" : "") width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(Self.escaped(label))\">"
        svg.reserveCapacity(svg.utf8.count + body.utf8.count + 6)
        svg += body
        svg += "</svg>"
        return SafeHTML(vouchingFor: svg)
    }

    /// A path of straight lines: `M8 80H720`.
    mutating func path(_ class: String, _ data: String, isDashed: Bool = false) {
        body += "<path class=\"\(Self.escaped(`class`))\" d=\"\(Self.escaped(data))\"\(isDashed ? " stroke-dasharray=\"3 4\"" : "")/>"
    }

    mutating func circle(_ class: String, at point: Point, radius: Double, title: String) {
        body +=
            "<circle class=\"\(Self.escaped(`class`))\" cx=\"\(Self.number(point.x))\" cy=\"\(Self.number(point.y))\" r=\"\(Self.number(radius))\">"
        body += "<title>\(Self.escaped(title))</title></circle>"
    }

    enum Anchor: String {
        case start
        case middle
        case end
    }

    mutating func text(_ text: String, at point: Point, anchor: Anchor = .start, class: String? = nil) {
        let styled = `class`.map { " class=\"\(Self.escaped($0))\"" } ?? ""
        body +=
            "<text\(styled) x=\"\(Self.number(point.x))\" y=\"\(Self.number(point.y))\" text-anchor=\"\(anchor.rawValue)\">\(Self.escaped(text))</text>"
    }

    struct Point: Hashable {
        var x: Double
        var y: Double
    }

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
