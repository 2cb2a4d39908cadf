/// Where in a page of HTML some text has got to: what the tokenizer of HTML (13.2.5) would be doing there, as far as it decides how a
/// value is written.
///
/// Equal states mean equal futures: whatever does not matter any more is set back.
struct HTMLState: Hashable, Sendable {
    enum Place: UInt8, Sendable {
        case text
        /// Behind `<`, and behind `</`.
        case tagOpen, endTagOpen
        case tagName, beforeAttribute, attributeName, afterAttributeName
        /// Behind an attribute, where only white space, `/` or `>` may follow.
        case afterAttribute
        case beforeValue, doubleQuoted, singleQuoted, unquoted
        /// Behind `<!`, and behind `<!-`.
        case declaration, declarationDash
        case doctype, bogusComment
        case commentStart, commentStartDash, comment, commentDash, commentEnd, commentEndBang
        /// In `title` and `textarea`: character references, but no tags.
        case escapableText
        /// In `script`, `style` and their like: nothing but the end tag means anything.
        case rawText
        case json, jsonString, jsonEscape
        /// Behind `<` in the content of such an element, behind `</`, and inside a word behind `<`.
        case contentOpen, contentEnd, contentWord
    }

    var place = Place.text
    var element = HTMLElement.other
    var isEndTag = false
    var facts: TagFacts = []
    var attribute = HTMLAttribute.text
    var url = URLPart.scheme
    /// The name that is being read, in lower case; or the part of a value that matters.
    var word: [UInt8] = []

    static let text = HTMLState()

    var isInTag: Bool {
        switch place {
        case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterAttribute: true
        default: false
        }
    }

    var isInAddress: Bool {
        isInValue && (attribute == .url || attribute == .sourceSet)
    }

    var isInValue: Bool {
        place == .doubleQuoted || place == .singleQuoted || place == .unquoted
    }
}
