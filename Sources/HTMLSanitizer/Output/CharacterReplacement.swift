/// The replacement of a character that cannot be written unchanged.
enum CharacterReplacement {
    /// Whether a byte may begin such a character.
    @inline(__always)
    static func mayBegin(_ bytes: ByteScan.Block, _ following: ByteScan.Block) -> ByteScan.Hits {
        let angles = bytes.equal(to: Byte.lessThan) | bytes.equal(to: Byte.greaterThan)
        let unprintable = bytes.below(0x20) | bytes.equal(to: 0x7F) | bytes.equal(to: 0xC2) | bytes.equal(to: 0xEF)
        return angles | bytes.equal(to: Byte.ampersand) | bytes.equal(to: Byte.quotationMark) | unprintable
    }

    /// - Returns: the number of bytes to replace and the text to write for them. Nil if the character stays.
    static func of(_ text: UnsafeBufferPointer<UInt8>, at index: Int, inAttribute: Bool) -> (length: Int, text: StaticString)? {
        switch text[index] {
        case Byte.ampersand: return (1, "&amp;")
        case Byte.lessThan: return (1, "&lt;")
        case Byte.greaterThan: return (1, "&gt;")
        case Byte.quotationMark: return inAttribute ? (1, "&quot;") : nil
        case Byte.tab, Byte.lineFeed: return nil
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: return (2, "&nbsp;")
        case let byte:
            guard isUnprintable(text, at: index) else { return nil }
            return (byte == 0xC2 ? 2 : byte == 0xEF ? 3 : 1, "\u{FFFD}")
        }
    }

    /// Whether there is a control character, or a non-character that XML does not allow, at an index.
    static func isUnprintable(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case 0..<0x20, 0x7F: true
        case 0xC2: index + 1 < text.count && text[index + 1] < 0xA0
        case 0xEF: index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
        default: false
        }
    }
}
