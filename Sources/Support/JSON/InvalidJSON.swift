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
    /// The first byte that does not belong there, counted from the start of the text.
    package let offset: Int
    /// Where the string, escape or word that holds that byte begins; `offset` where it is in none.
    package let start: Int
    package let what: String
}
