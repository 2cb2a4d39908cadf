/// Writes tags and text as HTML. It checks everything against the policy once more. Even if the rest of the sanitizer is wrong, nothing
/// forbidden gets out.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []
    private let rules: CompiledPolicy

    init(rules: CompiledPolicy, capacity: Int) {
        self.rules = rules
        bytes.reserveCapacity(capacity)
    }

    mutating func open(_ tag: StartTag) throws(SanitizerError) {
        guard let allowed = rules.attributes(of: tag.element) else { throw .refused("<\(tag.element.name)>") }
        bytes.append(Byte.lessThan)
        bytes.append(tag.element.name)
        for (name, value) in tag.attributes {
            let isSafe = !name.holdsAddress || Address(value, rules: rules)?.text == value
            guard allowed.contains(name), isSafe else { throw .refused("\(name.rawValue)=\"\(value)\"") }
            write(attribute: name.rawValue, value: value)
        }
        if tag.leavesSite, let relations = rules.externalLinkRelations { write(attribute: "rel", value: relations) }
        bytes.append(Byte.greaterThan)
    }

    mutating func close(_ element: SanitizerElement) throws(SanitizerError) {
        guard rules.attributes(of: element) != nil else { throw .refused("</\(element.name)>") }
        bytes.append("</")
        bytes.append(element.name)
        bytes.append(Byte.greaterThan)
    }

    private mutating func write(attribute name: String, value: String) {
        bytes.append(Byte.space)
        bytes.append(name)
        bytes.append("=\"")
        var value = value
        value.withUTF8 { write($0, inAttribute: true) }
        bytes.append(Byte.quotationMark)
    }

    mutating func writeSpace() {
        bytes.append(Byte.space)
    }

    mutating func writeLineFeed() {
        bytes.append(Byte.lineFeed)
    }

    mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        write(text, inAttribute: false)
    }

    /// Follows the HTML standard's serialization of fragments (13.3).
    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
        var start = 0
        var index = 0
        while true {
            index = ByteScan.firstIndex(in: text, from: index, where: CharacterReplacement.mayBegin)
            guard index < text.count else { break }
            guard let replacement = CharacterReplacement.of(text, at: index, inAttribute: inAttribute) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            bytes.append(replacement.text)
            index += replacement.length
            start = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}

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
