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

/// Why a template may not write something at a place in HTML, and what to write instead.
struct EscapingRefusal: Error, Equatable {
    let what: String
    let remedy: String

    // Tags in places where no escaping makes a value safe.

    static func content(of element: HTMLElement) -> EscapingRefusal {
        switch element {
        case .script:
            EscapingRefusal(
                what: "a value inside <script> could become code",
                remedy: "Put it into a data- attribute or into <script type=\"application/json\">, and read it from there")
        case .style:
            EscapingRefusal(
                what: "a value inside <style> could become rules of its own",
                remedy: "Choose a class in the markup, and write its rules in the style sheet")
        default:
            EscapingRefusal(what: "nothing is escaped inside <\(element.rawValue)>", remedy: "Print the value outside of it")
        }
    }

    static let style = EscapingRefusal(
        what: "a value inside 'style' could become rules of its own",
        remedy: "Choose a class instead, and write its rules in the style sheet")

    static func eventHandler(_ name: String) -> EscapingRefusal {
        EscapingRefusal(
            what: "a value inside '\(name)' could become code",
            remedy: "Put it into a data- attribute, and listen for the event in a script")
    }

    static let document = EscapingRefusal(
        what: "a value inside 'srcdoc' could become markup", remedy: "Make the document a page of its own, and name it in 'src'")
    static let refresh = EscapingRefusal(
        what: "a value inside the content of a refresh could send readers anywhere", remedy: "Write a link that readers follow themselves")
    static let refreshBehindContent = EscapingRefusal(
        what: "this meta is a refresh, and its content has a value, which could send readers anywhere",
        remedy: "Write a link that readers follow themselves")
    static let httpEquiv = EscapingRefusal(
        what: "a value inside 'http-equiv' could make the tag a refresh", remedy: "Write the name out, in a section for each")
    static let scriptType = EscapingRefusal(
        what: "a value as the type of a script decides whether it is run", remedy: "Write the type out, in a section for each")
    static let animation = EscapingRefusal(
        what: "a value in an animation could change the address of a link", remedy: "Write the values out, or animate in the style sheet")
    static let comment = EscapingRefusal(
        what: "a value inside a comment of HTML or a declaration is read by no one, and could end it",
        remedy: "Take the tag out, or write {{! … }}, which is not printed")
    static let tagName = EscapingRefusal(
        what: "a value as the name of a tag could make it any element", remedy: "Write the names out, in a section for each")
    static let attributeName = EscapingRefusal(
        what: "a value where an attribute is named could make it any attribute", remedy: "Write {{#name}}attribute{{/name}} with its name")
    static let unquotedValue = EscapingRefusal(
        what: "a value without quotes ends at its first space", remedy: "Write double quotes around the attribute's value")
    static let insideJSONString = EscapingRefusal(
        what: "a value inside a string of JSON", remedy: "Take the quotes away: the tag writes a whole value, with its quotes")

    static func unescaped(_ place: String) -> EscapingRefusal {
        EscapingRefusal(
            what: "unescaped HTML is for text, and this is inside \(place)", remedy: "Write {{name}}, which is escaped for the place")
    }

    // Addresses.

    static let foreignScheme = EscapingRefusal(
        what: "no value is safe behind this scheme", remedy: "Write http:, https:, mailto:, tel:, sms:, ftp: or no scheme before the tag")
    static let schemeFromValue = EscapingRefusal(
        what: "the value before this ':' would be the scheme of the address",
        remedy: "Write the scheme out, or put all of the address into one value")
    static let referenceInScheme = EscapingRefusal(
        what: "this '&' could begin a character of the address's scheme", remedy: "Write &amp;, and have a '/' or '?' before it")
    static let unknownURLPart = EscapingRefusal(
        what: "the section before it leaves open whether this value is before or behind the '?' of the address",
        remedy: "Write the '?' outside of the section, or the whole address in each")

    // Text of the template that browsers could read differently from its appearance.

    static let strayCharacter = EscapingRefusal(
        what: "this character does not belong into a tag of HTML", remedy: "Look for a quote or a '>' that is missing before it")
    static let missingSpace = EscapingRefusal(
        what: "an attribute follows another one, or a section, without a space", remedy: "Write a space before it")
    static let characterData = EscapingRefusal(
        what: "'<![' means different things in different places of HTML", remedy: "Write the text with &lt; and &amp; instead")
    static let scriptInScript = EscapingRefusal(
        what: "'<script' inside a script can hide its end", remedy: "Write \\u003cscript in the script's string")
    static let markupInJSON = EscapingRefusal(
        what: "'<' inside a script of JSON can hide its end", remedy: "Write \\u003c")

    static func markupInText(_ element: HTMLElement) -> EscapingRefusal {
        EscapingRefusal(
            what: "<\(element.rawValue)> holds text only", remedy: "Write &lt; for '<', or look for a missing </\(element.rawValue)>")
    }

    // Ends of templates and sections.

    static func section(began: HTMLState, ended: HTMLState) -> EscapingRefusal {
        EscapingRefusal(
            what:
                "this section begins in \(began.placeName) and ends in \(ended.placeName)\(began.placeName == ended.placeName ? " of another kind" : "")",
            remedy: "Open and close tags and quotes on the same side of it")
    }

    static func template(began: HTMLState, ended: HTMLState) -> EscapingRefusal {
        EscapingRefusal(
            what:
                "the template begins in \(began.placeName) and ends in \(ended.placeName)\(began.placeName == ended.placeName ? " of another kind" : "")",
            remedy: "Close what is opened here")
    }

    static let dynamicInTag = EscapingRefusal(
        what: "a partial that the data chooses may stand in text only", remedy: "Name the partials, in a section for each")
}
