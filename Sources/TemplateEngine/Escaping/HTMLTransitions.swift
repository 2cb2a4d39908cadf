import Support

/// The transitions of the tokenizer (HTML, 13.2.5), and the text that a template may not write although HTML allows it.
extension HTMLState {
    /// Reads text of the template from `start` on.
    ///
    /// - Returns: nil at the end of the text. Otherwise the reason why a byte is refused, and the place after it, where reading can
    ///   continue.
    mutating func read(_ text: ArraySlice<UInt8>) -> (refusal: EscapingRefusal, next: Int)? {
        var index = text.startIndex
        while index < text.endIndex {
            if place == .text {
                guard let markup = text[index...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
                place = .tagOpen
                index = markup + 1
                continue
            }
            if let end = endOfRun(in: text[index...]) {
                index = end
                continue
            }
            let refusal = read(text[index])
            index += 1
            if let refusal { return (refusal, index) }
        }
        return nil
    }

    /// Skips the letters of a name, or the meaningless part of a value, in one step. Nil when there are none.
    private mutating func endOfRun(in text: ArraySlice<UInt8>) -> Int? {
        let end: Int
        switch place {
        case .tagName, .attributeName:
            end = text.firstIndex { !$0.isASCIILetter } ?? text.endIndex
            keep(text[..<end])
        case .doubleQuoted where !attribute.hasReadValue:
            end = text.firstIndex(of: UInt8(ascii: "\"")) ?? text.endIndex
        default:
            return nil
        }
        return end > text.startIndex ? end : nil
    }

    private mutating func read(_ byte: UInt8) -> EscapingRefusal? {
        switch place {
        case .text, .tagOpen, .endTagOpen: return readMarkup(byte)
        case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterAttribute, .beforeValue: return readTag(byte)
        case .doubleQuoted: return byte == UInt8(ascii: "\"") ? endValue(.afterAttribute) : readValue(byte)
        case .singleQuoted: return byte == UInt8(ascii: "'") ? endValue(.afterAttribute) : readValue(byte)
        case .unquoted:
            if byte.isHTMLSpace { return endValue(.beforeAttribute) }
            if byte == UInt8(ascii: ">") {
                defer { closeTag() }
                return endValue(.beforeAttribute)
            }
            return readValue(byte)
        case .declaration, .declarationDash, .doctype, .bogusComment, .commentStart, .commentStartDash, .comment, .commentDash, .commentEnd,
            .commentEndBang:
            return readDeclaration(byte)
        case .escapableText, .rawText, .json, .jsonString, .jsonEscape, .contentOpen, .contentEnd, .contentWord:
            return readContent(byte)
        }
    }

    private mutating func readMarkup(_ byte: UInt8) -> EscapingRefusal? {
        if byte.isASCIILetter, place != .text {
            clearWord()
            self = HTMLState(place: .tagName, isEndTag: place == .endTagOpen, word: word)
            keep(byte)
            return nil
        }
        switch (place, byte) {
        case (.tagOpen, UInt8(ascii: "/")): place = .endTagOpen
        case (.tagOpen, UInt8(ascii: "!")): place = .declaration
        case (.tagOpen, UInt8(ascii: "?")): place = .bogusComment
        case (.endTagOpen, UInt8(ascii: ">")): place = .text
        case (.endTagOpen, _): place = .bogusComment
        case (_, UInt8(ascii: "<")): place = .tagOpen
        default: place = .text
        }
        return nil
    }

    private mutating func readTag(_ byte: UInt8) -> EscapingRefusal? {
        if place == .tagName, byte.endsTagName { element = HTMLElement(name: word) }
        switch byte {
        case UInt8(ascii: ">"):
            closeTag()
            return nil
        case UInt8(ascii: "/") where place != .beforeValue:
            place = .beforeAttribute
            clearWord()
            return nil
        case _ where byte.isHTMLSpace:
            switch place {
            case .attributeName: place = .afterAttributeName
            case .afterAttributeName, .beforeValue: break
            default:
                place = .beforeAttribute
                clearWord()
            }
            return nil
        case UInt8(ascii: "=") where place == .attributeName || place == .afterAttributeName:
            startValue()
            return nil
        default: break
        }
        switch place {
        case .tagName: keep(byte)
        case .beforeValue:
            switch byte {
            case UInt8(ascii: "\""): place = .doubleQuoted
            case UInt8(ascii: "'"): place = .singleQuoted
            default:
                place = .unquoted
                return readValue(byte)
            }
        case .attributeName:
            keep(byte)
            return byte.isStrayInTag ? .strayCharacter : nil
        default:
            let isTooNear = place == .afterAttribute
            place = .attributeName
            clearWord()
            keep(byte)
            return byte.isStrayInTag || byte == UInt8(ascii: "=") ? .strayCharacter : isTooNear ? .missingSpace : nil
        }
        return nil
    }

    private mutating func closeTag() {
        place =
            switch isEndTag ? .other : element {
            case .title, .textarea: .escapableText
            case .script where facts.contains(.holdsJSON): .json
            case .script, .style, .iframe, .noembed, .noframes, .xmp, .plaintext: .rawText
            default: .text
            }
        clearWord()
        self = HTMLState(place: place, element: place == .text ? .other : element, facts: place == .json ? .holdsJSON : [], word: word)
    }

    private mutating func startValue() {
        attribute = HTMLAttribute(name: word, of: element)
        place = .beforeValue
        url = .scheme
        // Messages about a handler name it.
        if attribute != .eventHandler { clearWord() }
    }

    /// Ends the value of an attribute.
    private mutating func endValue(_ next: Place) -> EscapingRefusal? {
        var refusal: EscapingRefusal?
        switch attribute {
        case .scriptType:
            if !facts.contains(.hasType), word.namesJSON { facts.insert(.holdsJSON) }
            facts.insert(.hasType)
        case .httpEquiv:
            if String(decoding: word, as: UTF8.self) == "refresh" || word.contains(UInt8(ascii: "&")) {
                facts.insert(.isRefresh)
                if facts.contains(.hasTagInContent) { refusal = .refreshBehindContent }
            }
        default: break
        }
        place = next
        attribute = .text
        url = .scheme
        clearWord()
        return refusal
    }

    private mutating func readValue(_ byte: UInt8) -> EscapingRefusal? {
        switch attribute {
        case .url: return readURL(byte)
        case .sourceSet:
            if byte == UInt8(ascii: ",") || byte.isHTMLSpace {
                url = .scheme
            } else if url != .query, url != .mixed {
                url = byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") ? .query : .path
            }
        case .scriptType, .httpEquiv:
            if !byte.isHTMLSpace { keep(byte) }
        default: break
        }
        return nil
    }

    /// Keeps the memory for the next word, because there is one in every tag.
    private mutating func clearWord() {
        if !word.isEmpty { word.removeAll(keepingCapacity: true) }
    }

    /// No word with a meaning is longer. Without this limit, a partial inside itself would have endlessly many states.
    private mutating func keep(_ byte: UInt8) {
        if word.count < 64 { word.append(byte.asciiLowercased) }
    }

    private mutating func keep(_ letters: ArraySlice<UInt8>) {
        for letter in letters { keep(letter) }
    }

    private mutating func readURL(_ byte: UInt8) -> EscapingRefusal? {
        switch (url, byte) {
        case (.path, UInt8(ascii: "?")), (.path, UInt8(ascii: "#")): url = .query
        case (.path, _), (.query, _), (.mixed, _), (.foreignScheme, _): break
        // References whose names begin with `a` mean nothing that a scheme can contain: `&amp;`, `&ast;`, `&apos;`.
        case (.schemeReference, UInt8(ascii: "a")), (.openReference, UInt8(ascii: "a")): url = .path
        case (.schemeReference, _): url = .foreignScheme
        case (.openReference, _):
            url = .path
            return .referenceInScheme
        case (_, UInt8(ascii: "/")): url = .path
        case (_, UInt8(ascii: "?")), (_, UInt8(ascii: "#")): url = .query
        case (.scheme, UInt8(ascii: "&")): url = .schemeReference
        case (.open, UInt8(ascii: "&")): url = .openReference
        case (.scheme, UInt8(ascii: ":")):
            url = URLPart.schemes.contains(String(decoding: word, as: UTF8.self)) ? .path : .foreignScheme
        case (.open, UInt8(ascii: ":")):
            url = .path
            return .schemeFromValue
        case (.scheme, _):
            keep(byte)
            return nil
        case (.open, _): return nil
        }
        clearWord()
        return nil
    }

    private mutating func readContent(_ byte: UInt8) -> EscapingRefusal? {
        switch place {
        case .contentOpen where byte == UInt8(ascii: "/"):
            place = .contentEnd
            return nil
        case .contentOpen where content == .escapableText && (byte.isASCIILetter || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")):
            place = content
            return .markupInText(element)
        case .contentOpen where element == .script && content == .rawText && byte.isASCIILetter:
            place = .contentWord
            word = [byte.asciiLowercased]
            return nil
        case .contentEnd where byte.isASCIILetter, .contentWord where byte.isASCIILetter:
            keep(byte)
            return nil
        case .contentEnd where byte.endsTagName && element != .plaintext && word == Array(element.rawValue.utf8):
            self = byte == UInt8(ascii: ">") ? .text : HTMLState(place: .beforeAttribute, element: element, isEndTag: true)
            return nil
        case .contentWord where word == Array("script".utf8):
            leaveMarkup()
            return .scriptInScript
        case .contentOpen, .contentEnd, .contentWord:
            leaveMarkup()
            return content == .json ? .markupInJSON : readContent(byte)
        case .jsonEscape: place = .jsonString
        case _ where byte == UInt8(ascii: "<"): place = .contentOpen
        case .json where byte == UInt8(ascii: "\""): place = .jsonString
        case .jsonString where byte == UInt8(ascii: "\""): place = .json
        case .jsonString where byte == UInt8(ascii: "\\"): place = .jsonEscape
        default: break
        }
        return nil
    }

    private mutating func leaveMarkup() {
        place = content
        word = []
    }

    /// The place inside this element's content when no markup begins there.
    private var content: Place {
        switch element {
        case .title, .textarea: .escapableText
        case .script where facts.contains(.holdsJSON): .json
        default: .rawText
        }
    }
}

extension UInt8 {
    fileprivate var endsTagName: Bool { isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }

    /// A quote or another tag inside a tag. The usual cause is a missing quote before it.
    fileprivate var isStrayInTag: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "<") }
}

extension [UInt8] {
    /// Whether this is a media type of JSON (WHATWG MIME Sniffing, 'JSON MIME type').
    fileprivate var namesJSON: Bool {
        let type = String(decoding: prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
        return type == "application/json" || type == "text/json" || type.hasSuffix("+json") && type.contains("/")
    }
}
