/// How a template is escaped as a whole: the suffix of its file name says it.
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

/// What is known, at one place of a template, about the text before it, and so how a tag there is to be escaped.
///
/// The emitter carries it along with the text that it emits, and a unit of code is made for each state that a template is used in.
struct EscapingState: Hashable, Sendable {
    let mode: EscapingMode

    init(mode: EscapingMode) {
        self.mode = mode
    }

    /// How a tag at this place is escaped.
    func escaper(unescaped: Bool) -> Escaper {
        switch mode {
        case .plain: unescaped ? .none : .html
        case .html: unescaped ? .safeHTMLOnly : .html
        case .xml: unescaped ? .none : .xml
        case .json: unescaped ? .none : .jsonString
        case .none: .none
        }
    }
}
