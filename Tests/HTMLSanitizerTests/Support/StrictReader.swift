/// Reads sanitized HTML according to its promise, and shares nothing with the sanitizer. Elements, attributes, schemes, nesting, escapes
/// and white space are all listed here.
struct StrictReader {
    /// A violation of the promise.
    struct Violation: Error, CustomStringConvertible {
        let description: String
    }

    private static let blocks: Set<String> = ["p", "h3", "h4", "pre", "blockquote", "ul", "ol", "dl"]
    private static let phrases: Set<String> = [
        "a", "abbr", "b", "code", "em", "i", "q", "s", "small", "strong", "sub", "sup", "u",
    ]
    private static let items: [String: Set<String>] = ["ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"]]
    private static let itemNames: Set<String> = ["li", "dt", "dd"]
    private static let attributes: [String: [String]] = ["a": ["href", "title", "rel"], "abbr": ["title"]]

    private var rest: Substring
    private var open: [String] = []
    /// Whether a space, a line break or the start of a block came last. No space may follow it.
    private var isAtGap = true

    static func check(_ html: String) throws {
        var reader = StrictReader(rest: html[...])
        while let next = reader.rest.unicodeScalars.first {
            if next == "<" { try reader.readTag() } else { try reader.readCharacter() }
        }
        guard reader.open.isEmpty else { throw Violation(description: "not closed: \(reader.open)") }
    }

    private init(rest: Substring) {
        self.rest = rest
    }

    private func fail(_ what: String) -> Violation {
        Violation(description: "\(what) in \(open) before \(rest.prefix(60))")
    }

    private mutating func take(while matches: (Unicode.Scalar) -> Bool) -> String {
        let end = rest.unicodeScalars.firstIndex { !matches($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(rest[..<end])
    }

    private mutating func takes(_ text: String) -> Bool {
        guard rest.utf8.starts(with: text.utf8) else { return false }
        rest = Substring(rest.utf8.dropFirst(text.utf8.count))
        return true
    }

    private var isInPre: Bool { open.contains("pre") }

    private mutating func readTag() throws {
        let isEnd = takes("</")
        if !isEnd { _ = takes("<") }
        let name = take { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        if isEnd {
            guard open.last == name else { throw fail("</\(name)> does not fit") }
            guard takes(">") else { throw fail("end tag") }
            if !Self.phrases.contains(name), !isInPre, isAtGap, Self.items[name] == nil, name != "blockquote",
                !Self.itemNames.contains(name)
            {
                throw fail("empty, or space at the end of \(name)")
            }
            open.removeLast()
            if !Self.phrases.contains(name) { isAtGap = true }
            return
        }
        try checkPlace(of: name)
        try readAttributes(of: name)
        switch name {
        case "br": isAtGap = true
        case "hr": break
        default:
            open.append(name)
            if !Self.phrases.contains(name) { isAtGap = true }
            guard open.count <= 64 else { throw fail("too deep") }
            if rest.utf8.starts(with: "</".utf8) { throw fail("empty \(name)") }
        }
    }

    private func checkPlace(of name: String) throws {
        let parent = open.last
        let isAllowed =
            if Self.phrases.contains(name) || name == "br" {
                parent != nil && parent != "blockquote" && Self.items[parent ?? ""] == nil && !(name == "br" && isInPre)
                    && !(name == "a" && open.contains("a"))
            } else if Self.itemNames.contains(name) {
                Self.items[parent ?? ""]?.contains(name) == true
            } else if Self.blocks.contains(name) || name == "hr" {
                parent == nil || parent == "blockquote" || Self.itemNames.contains(parent ?? "") && !(name == "dl" && parent == "dt")
            } else {
                false
            }
        guard isAllowed else { throw fail("<\(name)> may not stand here") }
    }

    private mutating func readAttributes(of element: String) throws {
        var names: [String] = []
        var address: String?
        while !takes(">") {
            guard takes(" ") else { throw fail("attribute of \(element)") }
            let name = take { ("a"..."z").contains($0) }
            guard takes("=\"") else { throw fail("attribute of \(element)") }
            var value = ""
            while !takes("\"") { value.unicodeScalars.append(try readScalar(inAttribute: true)) }
            guard !value.isEmpty, value.unicodeScalars.first != " ", value.unicodeScalars.last != " " else {
                throw fail("value of \(name)")
            }
            if name == "href" { address = value }
            if name == "rel", value != "nofollow noopener noreferrer" { throw fail("rel \(value)") }
            names.append(name)
        }
        let allowed = Self.attributes[element] ?? []
        guard names == allowed.filter(names.contains) else { throw fail("attributes \(names) of \(element)") }
        if element == "a" {
            guard let address else { throw fail("a without href") }
            guard try Self.leavesSite(address) == names.contains("rel") else { throw fail("rel of \(address)") }
        }
    }

    private static func leavesSite(_ address: String) throws -> Bool {
        if address.unicodeScalars.contains(where: { $0.value < 0x20 }) { throw Violation(description: "control character in \(address)") }
        // Compares scalar by scalar, because some characters form one character with the next one, even with a `#`.
        let beforePath = address.unicodeScalars.prefix { !["/", "?", "#"].contains($0) }
        if let colon = beforePath.firstIndex(of: ":") {
            let scheme = String(beforePath[..<colon]).lowercased()
            guard ["http", "https", "mailto"].contains(scheme) else { throw Violation(description: "scheme of \(address)") }
            return scheme != "mailto"
        }
        return address.replacing("\\", with: "/").hasPrefix("//")
    }

    private mutating func readCharacter() throws {
        let parent = open.last
        guard parent != nil, parent != "blockquote", Self.items[parent ?? ""] == nil else { throw fail("text") }
        let scalar = try readScalar(inAttribute: false)
        if isInPre {
            isAtGap = false
        } else if scalar == " " {
            guard !isAtGap else { throw fail("space too many") }
            isAtGap = true
        } else {
            guard scalar != "\n", scalar != "\t" else { throw fail("white space") }
            isAtGap = false
        }
    }

    private mutating func readScalar(inAttribute: Bool) throws -> Unicode.Scalar {
        for (entity, scalar) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}")] as [(String, Unicode.Scalar)]
        where takes(entity) {
            return scalar
        }
        if inAttribute, takes("&quot;") { return "\"" }
        guard let scalar = rest.unicodeScalars.popFirst() else { throw fail("end of the text") }
        let isControl = (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0xA0).contains(scalar.value)
        guard !"<>&".unicodeScalars.contains(scalar), !isControl, scalar.value != 0xFFFE, scalar.value != 0xFFFF else {
            throw fail("U+\(String(scalar.value, radix: 16)) as it is")
        }
        return scalar
    }
}
