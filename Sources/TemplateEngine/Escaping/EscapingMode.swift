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
