/// The elements whose content, or whose attributes, are not like those of the others.
///
/// Source: HTML, 13.2.6.4 (what the tokenizer is switched to by a start tag), and SVG 2 for animations.
enum HTMLElement: String, Sendable, CaseIterable {
    case title
    case textarea
    case script
    case style
    case iframe
    case noembed
    case noframes
    case xmp
    case plaintext
    case meta
    /// Animations write to attributes of other elements, an address among them.
    case animate
    case animateTransform = "animatetransform"
    case animateMotion = "animatemotion"
    case set
    case other = ""

    init(name: [UInt8]) {
        self = Self.byName[name] ?? .other
    }

    private static let byName = KeywordTable(allCases.map { ($0.rawValue, $0) })

    var isAnimation: Bool {
        switch self {
        case .animate, .animateTransform, .animateMotion, .set: true
        default: false
        }
    }
}
