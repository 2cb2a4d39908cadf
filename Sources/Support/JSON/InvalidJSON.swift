/// The place at which a text stops being JSON, and why.
package struct InvalidJSON: Error, Equatable {
    package enum Reason: Sendable {
        case value
        case key
        case colon
        case separatorInObject
        case separatorInList
        case digit
        /// Text after the value.
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
    // 32 bits each, so that the whole error is returned in registers: the scanner's functions are called for every value.
    private let offset32: Int32
    private let start32: Int32
    package let what: String

    package init(reason: Reason, offset: Int, start: Int, what: String) {
        self.reason = reason
        offset32 = Int32(clamping: offset)
        start32 = Int32(clamping: start)
        self.what = what
    }

    /// The first byte that does not belong there, counted from the start of the text.
    package var offset: Int { Int(offset32) }
    /// Where the string, escape or word that holds that byte begins; `offset` where it is in none.
    package var start: Int { Int(start32) }
}
