/// A tag as it stands in the input, from its `<` to its `>`.
struct Tag {
    let start: Int
    let end: Int
    /// In lower case.
    let name: String
    let isEndTag: Bool
    /// `<br/>`: libxml2 takes any element written so as empty.
    let isSelfClosing: Bool

    /// - Parameter start: where a `<` is followed by a letter, or by `/` and a letter.
    /// - Returns: nil if it is no tag: its name holds what no name holds (`<me@example.org>`, `<https://…>`), or another `<` or the
    ///   end of the text comes before its `>`. Quoted values may hold either.
    init?(_ input: [UInt8], at start: Int) {
        let isEndTag = input[start + 1] == Byte.slash
        let nameStart = start + (isEndTag ? 2 : 1)
        let nameEnd = input[nameStart...].firstIndex { !Self.isNameByte($0) } ?? input.count
        guard nameEnd < input.count, input[nameEnd - 1] != UInt8(ascii: ":") else { return nil }
        let follower = input[nameEnd]
        guard follower == Byte.greaterThan || follower == Byte.slash || Byte.isWhitespace(follower) else { return nil }
        guard let close = Self.endOfAttributes(input, from: nameEnd) else { return nil }
        self.start = start
        self.end = close + 1
        self.name = String(decoding: input[nameStart..<nameEnd], as: UTF8.self).lowercased()
        self.isEndTag = isEndTag
        self.isSelfClosing = input[close - 1] == Byte.slash
    }

    /// Whether what follows is no markup up to the end tag, for libxml2 of any version.
    var beginsRawText: Bool {
        !isEndTag && !isSelfClosing && (name == "script" || name == "style")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
    }

    /// A quotation mark opens a quoted value only right after `=`, by the HTML standard (13.2.5.37).
    private static func endOfAttributes(_ input: [UInt8], from start: Int) -> Int? {
        var isBeforeValue = false
        var quote: UInt8?
        for index in start..<input.count {
            let byte = input[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == Byte.greaterThan {
                return index
            } else if byte == Byte.lessThan {
                return nil
            } else if isBeforeValue {
                if Byte.isWhitespace(byte) { continue }
                if byte == Byte.quotationMark || byte == Byte.apostrophe { quote = byte }
                isBeforeValue = false
            } else {
                isBeforeValue = byte == Byte.equals
            }
        }
        return nil
    }
}
