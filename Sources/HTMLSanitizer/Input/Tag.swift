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

/// Reads the attributes of a tag in place, by the HTML standard (13.2.5.32 to 13.2.5.40).
struct AttributeReader {
    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    private let input: [UInt8]
    private var position: Int
    /// The index of the tag's `>`, once the last attribute was read. Nil if the tag has no end.
    private(set) var close: Int?
    /// Whether a `/` that belongs to no value comes directly before that `>`.
    private(set) var isSelfClosing = false

    /// - Parameter start: the index directly after the name of the tag.
    init(_ input: [UInt8], from start: Int) {
        self.input = input
        position = start
    }

    /// - Returns: nil after the last attribute. Also nil when this turns out to be no tag: at a `<` outside quotes, and at the end of the
    ///   text.
    mutating func next() -> Attribute? {
        let start = position
        skip { $0.isHTMLSpace || $0 == Byte.slash }
        guard let first = current else { return nil }
        if first == Byte.greaterThan {
            close = position
            isSelfClosing = position > start && input[position - 1] == Byte.slash
            return nil
        }
        let name = take(firstAlways: true) { !$0.isHTMLSpace && $0 != Byte.slash && $0 != Byte.equals }
        guard let name else { return nil }
        skip { $0.isHTMLSpace }
        guard current == Byte.equals else { return Attribute(name: name, value: position..<position) }
        position += 1
        skip { $0.isHTMLSpace }
        guard let quote = current, quote == Byte.quotationMark || quote == Byte.apostrophe else {
            return take(firstAlways: false) { !$0.isHTMLSpace }.map { Attribute(name: name, value: $0) }
        }
        guard let end = input[(position + 1)...].firstIndex(of: quote) else {
            position = input.count
            return nil
        }
        defer { position = end + 1 }
        return Attribute(name: name, value: (position + 1)..<end)
    }

    private var current: UInt8? {
        position < input.count ? input[position] : nil
    }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while let byte = current, isSkipped(byte) { position += 1 }
    }

    /// - Returns: nil if it contains a `<`.
    private mutating func take(firstAlways: Bool, while isTaken: (UInt8) -> Bool) -> Range<Int>? {
        let start = position
        while let byte = current, byte != Byte.greaterThan, byte == Byte.lessThan || firstAlways && position == start || isTaken(byte) {
            if byte == Byte.lessThan { return nil }
            position += 1
        }
        return start..<position
    }
}
