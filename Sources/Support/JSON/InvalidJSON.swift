/// The place at which a text is no longer valid JSON, and the reason.
package struct InvalidJSON: Error, Equatable {
    package enum Reason: Sendable {
        case value
        case key
        case colon
        case separatorInObject
        case separatorInList
        case digit
        /// There is text after the value.
        case end
        case unclosedString
        case controlCharacter
        case escape
        case unfinishedEscape
        case unicodeEscape
        case encoding
        case depth
        case size
    }

    package let reason: Reason
    // The two offsets have 32 bits, so that the whole error is returned in registers. The scanner's functions are called for every value.
    private let offset32: Int32
    private let start32: Int32
    package let what: String

    package init(reason: Reason, offset: Int, start: Int, what: String) {
        self.reason = reason
        offset32 = Int32(clamping: offset)
        start32 = Int32(clamping: start)
        self.what = what
    }

    /// The first byte that is not allowed, counted from the start of the text.
    package var offset: Int { Int(offset32) }
    /// The beginning of the string, escape or word that holds that byte. It equals `offset` when there is none.
    package var start: Int { Int(start32) }
}
