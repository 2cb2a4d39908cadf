/// What a tag of the template prints at a place.
extension HTMLState {
    /// How a value is written here, or why none may be; and takes down that one was.
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

    /// What messages call this place.
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
