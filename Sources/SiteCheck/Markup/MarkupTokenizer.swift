import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads the tags of HTML, SVG or XML one after another, without building a tree, because a check of links needs no more. It never fails:
/// anything that no parser would take for a tag is text.
struct MarkupTokenizer {
    enum Language { case html, xml }

    struct Attribute {
        let name: MarkupName
        /// The value in its written form, without quotes.
        let value: Range<Int>
    }

    struct Tag {
        let name: MarkupName
        let isEnd: Bool
        /// The index of its `<`, and the index after its `>`.
        let start: Int
        let end: Int
    }

    let bytes: ByteText
    let language: Language
    /// The attributes of the last tag. All tags share one array, because there are many tags and most have few attributes.
    private(set) var attributes: [Attribute] = []
    private var position = 0

    init(_ bytes: ByteText, _ language: Language) {
        self.bytes = bytes
        self.language = language
    }

    mutating func next() -> Tag? {
        while let start = find(UInt8(ascii: "<"), from: position) {
            position = start + 1
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "!"): skipDeclaration()
            case UInt8(ascii: "?"): position = (find(UInt8(ascii: ">"), from: position) ?? bytes.count - 1) + 1
            case UInt8(ascii: "/"):
                guard position + 1 < bytes.count, bytes[position + 1].isASCIILetter else { continue }
                position += 1
                return readTag(from: start, isEnd: true)
            case let byte where byte.isASCIILetter:
                return readTag(from: start, isEnd: false)
            default: continue
            }
        }
        return nil
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Moves past a comment, a CDATA section, or a document type.
    private mutating func skipDeclaration() {
        if bytes.matches("!--", at: position) {
            // The dashes that open a comment may also close it: `<!-->` is a comment.
            skip(past: "-->", from: position + 1)
        } else if language == .xml, bytes.matches("![cdata[", at: position) {
            skip(past: "]]>", from: position + 8)
        } else {
            skip(past: ">", from: position)
        }
    }

    private mutating func skip(past terminator: StaticString, from start: Int) {
        position = start
        while position < bytes.count, !bytes.matches(terminator, at: position) { position += 1 }
        position = min(position + terminator.utf8CodeUnitCount, bytes.count)
    }

    private mutating func readTag(from start: Int, isEnd: Bool) -> Tag {
        let name = MarkupName(bytes, readName())
        attributes.removeAll(keepingCapacity: true)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                break
            }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
                position += 1
                continue
            }
            readAttribute()
        }
        let end = position
        if language == .html, !isEnd { skipRawText(of: name) }
        return Tag(name: name, isEnd: isEnd, start: start, end: end)
    }

    private mutating func readName() -> Range<Int> {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            position += 1
        }
        return start..<position
    }

    private mutating func readAttribute() {
        let start = position
        // A leading = belongs to the name (HTML standard, before attribute name state).
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isHTMLSpace || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            position += 1
        }
        let name = MarkupName(bytes, start..<position)
        let afterName = position
        while position < bytes.count, bytes[position].isHTMLSpace { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            attributes.append(Attribute(name: name, value: afterName..<afterName))
            return
        }
        position += 1
        while position < bytes.count, bytes[position].isHTMLSpace { position += 1 }
        attributes.append(Attribute(name: name, value: readValue()))
    }

    private mutating func readValue() -> Range<Int> {
        guard position < bytes.count else { return position..<position }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = position + 1
            let end = find(quote, from: start) ?? bytes.count
            position = min(end + 1, bytes.count)
            return start..<end
        }
        let start = position
        while position < bytes.count, !bytes[position].isHTMLSpace, bytes[position] != UInt8(ascii: ">") { position += 1 }
        return start..<position
    }

    /// Skips the text of these elements, which contains no tags, whatever it looks like.
    private mutating func skipRawText(of name: MarkupName) {
        let endTag: StaticString
        switch name {
        case .script: endTag = "</script"
        case .style: endTag = "</style"
        case .title: endTag = "</title"
        case .textarea: endTag = "</textarea"
        default: return
        }
        while let next = find(UInt8(ascii: "<"), from: position) {
            position = next
            if bytes.matches(endTag, at: next) { return }
            position += 1
        }
        position = bytes.count
    }
}

/// An element's or attribute's name, folded to lower case and packed into a number, so that comparing is one step. Names of the same length
/// with the same first eight letters count as equal. The names that the check asks for all differ.
struct MarkupName: Hashable, Sendable {
    private let head: UInt64
    private let count: Int

    init(_ bytes: ByteText, _ range: Range<Int>) {
        var head: UInt64 = 0
        for index in range.prefix(8) { head = head << 8 | UInt64(bytes[index].asciiLowercased) }
        self.head = head
        count = range.count
    }

    private init(_ text: StaticString) {
        var head: UInt64 = 0
        for offset in 0..<min(8, text.utf8CodeUnitCount) { head = head << 8 | UInt64(text.utf8Start[offset]) }
        self.head = head
        count = text.utf8CodeUnitCount
    }
}

extension MarkupName {
    static let a = MarkupName("a")
    static let alt = MarkupName("alt")
    static let action = MarkupName("action")
    static let cite = MarkupName("cite")
    static let `class` = MarkupName("class")
    static let content = MarkupName("content")
    static let data = MarkupName("data")
    static let entry = MarkupName("entry")
    static let figcaption = MarkupName("figcaption")
    static let figure = MarkupName("figure")
    static let formaction = MarkupName("formaction")
    static let href = MarkupName("href")
    static let httpEquiv = MarkupName("http-equiv")
    static let id = MarkupName("id")
    static let imagesrcset = MarkupName("imagesrcset")
    static let imageLoc = MarkupName("image:loc")
    static let img = MarkupName("img")
    static let link = MarkupName("link")
    static let loc = MarkupName("loc")
    static let meta = MarkupName("meta")
    static let name = MarkupName("name")
    static let object = MarkupName("object")
    static let property = MarkupName("property")
    static let poster = MarkupName("poster")
    static let rel = MarkupName("rel")
    static let script = MarkupName("script")
    static let src = MarkupName("src")
    static let srcset = MarkupName("srcset")
    static let style = MarkupName("style")
    static let textarea = MarkupName("textarea")
    static let title = MarkupName("title")
    static let xlinkHref = MarkupName("xlink:href")
}
