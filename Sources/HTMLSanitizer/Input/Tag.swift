import Support

/// A tag of the input, from its `<` to its `>`.
struct Tag {
    let end: Int
    /// In lower case.
    let name: String
    let isEndTag: Bool
    /// `<br/>`: libxml2 treats any element in this form as empty.
    let isSelfClosing: Bool
    let attributesStart: Int

    /// - Parameter start: the index of a `<` that is followed by a letter, or by `/` and a letter.
    /// - Returns: nil if it is not a tag. That is so if its name holds a character that no name holds (`<me@example.org>`, `<https://…>`),
    ///   or if another `<` or the end of the text comes before its `>`. Quoted values may hold either sign.
    init?(_ input: [UInt8], at start: Int) {
        let isEndTag = input[start + 1] == Byte.slash
        let nameStart = start + (isEndTag ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < input.count, Self.isNameByte(input[nameEnd]) { nameEnd += 1 }
        guard nameEnd < input.count, input[nameEnd - 1] != UInt8(ascii: ":") else { return nil }
        let follower = input[nameEnd]
        guard follower == Byte.greaterThan || follower == Byte.slash || follower.isHTMLSpace else { return nil }
        var attributes = AttributeReader(input, from: nameEnd)
        while attributes.next() != nil {}
        guard let close = attributes.close else { return nil }
        end = close + 1
        name = String(decoding: input[nameStart..<nameEnd], as: UTF8.self).asciiLowercased()
        self.isEndTag = isEndTag
        isSelfClosing = attributes.isSelfClosing
        attributesStart = nameEnd
    }

    var isPrefixed: Bool {
        name.utf8.contains(UInt8(ascii: ":"))
    }

    /// Whether the text up to the end tag contains no markup, for libxml2 of any version.
    var beginsRawText: Bool {
        !isEndTag && !isSelfClosing && (name == "script" || name == "style")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
    }
}
