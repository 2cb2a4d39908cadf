/// The tag at a place, to recognize it on other pages and in its template.
struct TagExcerpt {
    /// The tag as it is written. Empty when there is none.
    let text: String
    /// The line in which it begins, without the white space around it.
    let line: String
    /// The names of the element and of its attributes, and its class. What differs from page to page, such as an address, is left out.
    let signature: String

    private static let limit = 300

    /// - Parameter offset: the place of the tag, or a place in it.
    init(_ bytes: ByteText, around offset: Int) {
        let lessThan = UInt8(ascii: "<")
        let start = offset < bytes.count && bytes[offset] == lessThan ? offset : bytes[..<min(offset, bytes.count)].lastIndex(of: lessThan)
        guard let start else {
            (text, line, signature) = ("", "", "")
            return
        }
        var tokenizer = MarkupTokenizer(bytes, .html, from: start)
        let tag = tokenizer.next()
        guard let tag, tag.start == start else {
            (text, line, signature) = ("", "", "")
            return
        }
        text = bytes.string(start..<min(tag.end, start + Self.limit))
        let lineFeed = UInt8(ascii: "\n")
        let lineStart = bytes[..<start].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
        let lineEnd = bytes[start...].firstIndex(of: lineFeed) ?? bytes.count
        line = lineEnd - lineStart <= Self.limit ? bytes.string(bytes.trimmed(lineStart..<lineEnd)) : ""
        let names = tokenizer.attributes.map { "\($0.name.hashValue)" }
        let style = tokenizer.attributes.first { $0.name == .class }.map { bytes.string($0.value) } ?? ""
        signature = "\(tag.name.hashValue) \(names.joined(separator: " ")) \(style)"
    }
}
