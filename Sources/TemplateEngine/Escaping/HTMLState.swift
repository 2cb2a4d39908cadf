/// The state of the HTML tokenizer (13.2.5) after some text, limited to the parts that decide how a value is written.
///
/// Equal states have equal futures: everything that no longer matters is reset.
struct HTMLState: Hashable, Sendable {
    enum Place: UInt8, Sendable {
        case text
        /// After `<`, and after `</`.
        case tagOpen, endTagOpen
        case tagName, beforeAttribute, attributeName, afterAttributeName
        /// After an attribute. Only white space, `/` or `>` may follow.
        case afterAttribute
        case beforeValue, doubleQuoted, singleQuoted, unquoted
        /// After `<!`, and after `<!-`.
        case declaration, declarationDash
        case doctype, bogusComment
        case commentStart, commentStartDash, comment, commentDash, commentEnd, commentEndBang
        /// In `title` and `textarea`: character references, but no tags.
        case escapableText
        /// In `script`, `style` and similar elements: only the end tag has a meaning.
        case rawText
        case json, jsonString, jsonEscape
        /// In the content of such an element: after `<`, after `</`, and inside a word after `<`.
        case contentOpen, contentEnd, contentWord
    }

    var place = Place.text
    var element = HTMLElement.other
    var isEndTag = false
    var facts: TagFacts = []
    var attribute = HTMLAttribute.text
    var url = URLPart.scheme
    /// The name that is being read, in lower case, or the part of a value that matters.
    var word: [UInt8] = []

    static let text = HTMLState()

    private var isInTag: Bool {
        switch place {
        case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterAttribute: true
        default: false
        }
    }

    private var isInAddress: Bool {
        isInValue && (attribute == .url || attribute == .sourceSet)
    }

    private var isInValue: Bool {
        place == .doubleQuoted || place == .singleQuoted || place == .unquoted
    }
}

/// Tags of the template at a place.
extension HTMLState {
    /// How a value is written here, or why none is allowed. It also records that there was one.
    mutating func takeTag(unescaped: Bool) -> Result<Escaper, EscapingRefusal> {
        let escaper = escaper()
        if isInValue {
            if attribute == .metaContent { facts.insert(.hasTagInContent) }
            if attribute == .url, url == .scheme {
                url = .open
                word = []
            } else if attribute == .sourceSet, url == .scheme {
                url = .path
            }
        }
        guard unescaped, case .success(let escaper) = escaper else { return escaper }
        return escaper == .html ? .success(.safeHTMLOnly) : .failure(.unescaped(placeName))
    }

    private func escaper() -> Result<Escaper, EscapingRefusal> {
        switch place {
        case .text: .success(.html)
        case .escapableText: .success(.htmlAttribute)
        case .json: .success(.jsonScript)
        case .jsonString, .jsonEscape: .failure(.insideJSONString)
        case .doubleQuoted, .singleQuoted: valueEscaper()
        case .beforeValue, .unquoted: .failure(.unquotedValue)
        case .beforeAttribute, .attributeName, .afterAttributeName, .afterAttribute: .failure(.attributeName)
        case .tagOpen, .endTagOpen, .tagName, .contentOpen, .contentEnd, .contentWord: .failure(.tagName)
        case .declaration, .declarationDash, .commentStart, .commentStartDash, .comment, .commentDash, .commentEnd, .commentEndBang,
            .bogusComment, .doctype:
            .failure(.comment)
        case .rawText: .failure(.content(of: element))
        }
    }

    private func valueEscaper() -> Result<Escaper, EscapingRefusal> {
        switch attribute {
        case .text: .success(.htmlAttribute)
        case .url:
            switch url {
            case .scheme: .success(word.isEmpty ? .url : .urlContinued)
            case .open: .success(.urlContinued)
            case .path: .success(.urlPath)
            case .query: .success(.urlQuery)
            case .mixed: .failure(.unknownURLPart)
            case .schemeReference, .openReference: .failure(.referenceInScheme)
            case .foreignScheme: .failure(.foreignScheme)
            }
        case .sourceSet:
            switch url {
            case .query: .success(.urlQuery)
            case .mixed: .failure(.unknownURLPart)
            default: .success(.sourceSet)
            }
        case .metaContent: facts.contains(.isRefresh) ? .failure(.refresh) : .success(.htmlAttribute)
        case .httpEquiv: .failure(.httpEquiv)
        case .scriptType: .failure(.scriptType)
        case .style: .failure(.style)
        case .eventHandler: .failure(.eventHandler(String(decoding: word, as: UTF8.self)))
        case .document: .failure(.document)
        case .animation: .failure(.animation)
        }
    }

    /// The name of this place in messages.
    var placeName: String {
        switch place {
        case .text: "text"
        case .escapableText, .rawText, .json, .contentOpen, .contentEnd, .contentWord: "<\(element.rawValue)>"
        case .jsonString, .jsonEscape: "a string of JSON"
        case .beforeValue: "the beginning of an attribute's value"
        case .doubleQuoted, .singleQuoted, .unquoted:
            attribute == .url ? "the value of a URL attribute" : "an attribute's value"
        case .tagOpen, .endTagOpen, .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterAttribute: "a tag of HTML"
        case .declaration, .declarationDash, .commentStart, .commentStartDash, .comment, .commentDash, .commentEnd, .commentEndBang,
            .bogusComment, .doctype:
            "a comment"
        }
    }
}

/// The transitions after `<!` and `<?` (HTML, 13.2.5.41 to 13.2.5.53): comments and declarations.
extension HTMLState {
    mutating func readDeclaration(_ byte: UInt8) -> EscapingRefusal? {
        switch (place, byte) {
        case (.declaration, UInt8(ascii: "-")): place = .declarationDash
        case (.declaration, UInt8(ascii: "[")):
            place = .bogusComment
            return .characterData
        case (.declaration, UInt8(ascii: "d")), (.declaration, UInt8(ascii: "D")): place = .doctype
        case (.declarationDash, UInt8(ascii: "-")): place = .commentStart
        case (.commentStart, UInt8(ascii: "-")): place = .commentStartDash
        case (.commentStartDash, UInt8(ascii: "-")), (.commentDash, UInt8(ascii: "-")): place = .commentEnd
        case (.comment, UInt8(ascii: "-")), (.commentEndBang, UInt8(ascii: "-")): place = .commentDash
        case (.commentEnd, UInt8(ascii: "-")): break
        case (.commentEnd, UInt8(ascii: "!")): place = .commentEndBang
        case (.comment, _), (.commentDash, _): place = .comment
        case (_, UInt8(ascii: ">")): place = .text
        case (.declaration, _), (.declarationDash, _): place = .bogusComment
        case (.doctype, _), (.bogusComment, _): break
        default: place = .comment
        }
        return nil
    }
}

/// After a section or a partial, the text before a place is not always the same.
extension HTMLState {
    /// A state that both can continue in. Nil when there is none.
    func joined(_ other: HTMLState) -> HTMLState? {
        if self == other { return self }
        var (left, right) = (settled, other.settled)
        if left.place == .afterAttribute, right.place == .afterAttribute {
            left.facts = left.facts.joined(right.facts)
            right.facts = left.facts
        }
        if left.isInAddress {
            guard let part = left.word == right.word ? left.url.joined(right.url) : left.url.joined(right.url)?.joined(.open) else {
                return nil
            }
            (left.url, right.url) = (part, part)
            (left.word, right.word) = ([], [])
        }
        return left == right ? left : nil
    }

    /// The state after a partial that began in this state.
    var afterPartial: HTMLState {
        var state = settled
        if state.isInAddress, state.url == .scheme {
            state.url = .open
            state.word = []
        }
        return state
    }

    /// Whether a partial that begins in this state may end in that one.
    func accepts(_ end: HTMLState) -> Bool {
        afterPartial.joined(end) == afterPartial
    }

    /// Inside a tag, the state as if its present part ended here. White space, `/` or `>` must follow.
    private var settled: HTMLState {
        guard isInTag else { return self }
        var state = self
        if place == .tagName { state.element = HTMLElement(name: word) }
        state.place = .afterAttribute
        state.word = []
        return state
    }
}

/// What the attributes read so far say about their tag.
struct TagFacts: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// A `script` that holds data: its first type is JSON.
    static let holdsJSON = TagFacts(rawValue: 1)
    static let hasType = TagFacts(rawValue: 2)
    /// A `meta` that is, or may be, a refresh.
    static let isRefresh = TagFacts(rawValue: 4)
    static let hasTagInContent = TagFacts(rawValue: 8)

    /// The facts that may be true if they are true of either.
    func joined(_ other: TagFacts) -> TagFacts {
        self == other ? self : union(other).subtracting(.holdsJSON)
    }
}
