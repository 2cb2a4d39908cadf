/// What is written in place of a character that cannot stand as it is.
enum CharacterReplacement {
    /// Whether a byte may begin such a character.
    static func mayBegin(at byte: UInt8) -> Bool {
        byte < 0x40 || byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }

    /// - Returns: the bytes to replace and what to write for them; nil if the character stays.
    static func of(_ text: UnsafeBufferPointer<UInt8>, at index: Int, inAttribute: Bool) -> (length: Int, text: StaticString)? {
        let byte = text[index]
        switch byte {
        case Byte.ampersand: return (1, "&amp;")
        case Byte.lessThan: return (1, "&lt;")
        case Byte.greaterThan: return (1, "&gt;")
        case Byte.quotationMark: return inAttribute ? (1, "&quot;") : nil
        case Byte.tab, Byte.lineFeed: return nil
        case 0..<0x20, 0x7F: return (1, "\u{FFFD}")
        case 0xC2 where index + 1 < text.count:
            let second = text[index + 1]
            if second == 0xA0 { return (2, "&nbsp;") }
            return second < 0xA0 ? (2, "\u{FFFD}") : nil
        case 0xEF where index + 2 < text.count:
            return text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? (3, "\u{FFFD}") : nil
        default: return nil
        }
    }
}
