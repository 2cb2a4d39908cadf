import Support

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
