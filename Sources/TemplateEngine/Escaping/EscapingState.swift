/// What the text before one place of a template says about it, and so how a tag there is escaped.
///
/// The code generator carries it along with the text, and makes a procedure for each state that a template is used in.
struct EscapingState: Hashable, Sendable {
    let mode: EscapingMode
    /// Stays at its beginning in all modes but `html`.
    private(set) var html = HTMLState.text

    init(mode: EscapingMode) {
        self.mode = mode
    }

    /// Takes in text of the template; see `HTMLState.read`.
    mutating func read(_ text: ArraySlice<UInt8>) -> (refusal: EscapingRefusal, next: Int)? {
        mode == .html ? html.read(text) : nil
    }

    /// How a tag at this place is escaped, or why there may be none.
    mutating func takeTag(unescaped: Bool) -> Result<Escaper, EscapingRefusal> {
        switch mode {
        case .plain: .success(unescaped ? .none : .html)
        case .html: html.takeTag(unescaped: unescaped)
        case .xml: .success(unescaped ? .none : .xml)
        case .json: .success(unescaped ? .none : .jsonString)
        case .none: .success(.none)
        }
    }

    /// Goes on after a section that began in `before` and may be left out when rendering.
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

    /// Goes on after a partial.
    mutating func takePartial() {
        html = html.afterPartial
    }

    /// Why a template that begins in `start` may not end here; nil where it may.
    func refusalOfEnd(start: EscapingState) -> EscapingRefusal? {
        start.html.accepts(html) ? nil : .template(began: start.html, ended: html)
    }

    var allowsDynamicPartials: Bool { html == .text }
}

/// How a template is escaped as a whole, by the suffix of its file name.
enum EscapingMode: Hashable, Sendable {
    /// As the Mustache specification says: `.mustache`.
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
