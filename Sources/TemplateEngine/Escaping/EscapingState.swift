/// What the text before one place of a template says about that place. It decides the escaping of a tag there.
///
/// The code generator carries it along with the text, and makes a procedure for each state that a template is used in.
struct EscapingState: Hashable, Sendable {
    let mode: EscapingMode
    /// It stays at its initial value in all modes but `html`.
    private(set) var html = HTMLState.text

    init(mode: EscapingMode) {
        self.mode = mode
    }

    /// Reads text of the template. See `HTMLState.read`.
    mutating func read(_ text: ArraySlice<UInt8>) -> (refusal: EscapingRefusal, next: Int)? {
        mode == .html ? html.read(text) : nil
    }

    /// How a tag at this place is escaped, or why no tag is allowed here.
    mutating func takeTag(unescaped: Bool) -> Result<Escaper, EscapingRefusal> {
        switch mode {
        case .plain: .success(unescaped ? .none : .html)
        case .html: html.takeTag(unescaped: unescaped)
        case .xml: .success(unescaped ? .none : .xml)
        case .json: .success(unescaped ? .none : .jsonString)
        case .none: .success(.none)
        }
    }

    /// Continues after a section that began in state `before` and that rendering may leave out.
    mutating func endSection(before: EscapingState) -> EscapingRefusal? {
        if self == before { return nil }
        if let joined = before.html.joined(html) {
            html = joined
            return nil
        }
        let refusal = EscapingRefusal.section(began: before.html, ended: html)
        self = before
        return refusal
    }

    /// Continues after a partial.
    mutating func takePartial() {
        html = html.afterPartial
    }

    /// Why a template that begins in `start` may not end here. Nil when it may.
    func refusalOfEnd(start: EscapingState) -> EscapingRefusal? {
        start.html.accepts(html) ? nil : .template(began: start.html, ended: html)
    }

    var allowsDynamicPartials: Bool { html == .text }
}

/// The escaping of a whole template. The suffix of its file name decides it.
enum EscapingMode: Hashable, Sendable {
    /// Follows the Mustache specification: `.mustache`.
    case plain
    case html
    case xml
    case json
    case none

    init(suffix: String) {
        self =
            switch suffix {
            case ".html.mustache": .html
            case ".xml.mustache": .xml
            case ".json.mustache": .json
            case ".txt.mustache": .none
            default: .plain
            }
    }
}
