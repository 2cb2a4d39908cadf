import SafeMarkup

/// HTML that holds only what a policy allows, in a form that every HTML5 parser reads the same way. Only a `Sanitizer` makes it.
///
/// It is a sequence of blocks, so it belongs where blocks are allowed: in a `div`, `section` or `article`.
public struct SanitizedHTML: TrustedHTML, Equatable {
    /// UTF-8 without control characters. `& < >` and U+00A0 are written as entities, and no others are.
    public let html: String

    init(html: String) {
        self.html = html
    }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { html.isEmpty }
}

extension SanitizedHTML {
    /// The text without its tags. Paragraphs are separated by a blank line, items and lines by a line feed. White space is folded.
    /// - Parameter limit: the maximum number of characters. A longer text is cut after a word and ends with `…`.
    public func plainText(limit: Int? = nil) -> String {
        cut(PlainTextReader(lineSeparator: "\n", paragraphSeparator: "\n\n").text(of: html), limit)
    }

    /// The text without its tags on a single line, as a meta description needs it.
    /// - Parameter limit: the maximum number of characters. A longer text is cut after a word and ends with `…`.
    public func summary(limit: Int) -> String {
        cut(PlainTextReader(lineSeparator: " ", paragraphSeparator: " ").text(of: html), limit)
    }

    /// Cuts after a word. Scripts without spaces, and words that fill half of the text, are cut between characters.
    private func cut(_ text: String, _ limit: Int?) -> String {
        guard let limit else { return text }
        // No text has more characters than bytes.
        if text.utf8.count <= limit { return text }
        if let cut = cutASCII(text, limit) { return cut }
        guard let end = text.index(text.startIndex, offsetBy: max(limit, 0), limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        guard limit > 0 else { return "" }
        var head = text[..<text.index(before: end)]
        let isWithinWord = !text[head.endIndex].isWhitespace
        if isWithinWord, let space = head.lastIndex(where: \.isWhitespace), head[..<space].count >= limit / 2 { head = head[..<space] }
        while let last = head.last, last.isWhitespace || ".,;:–—-([".contains(last) { head.removeLast() }
        return head + "…"
    }
}

extension SanitizedHTML {
    /// The same cut, made byte by byte. Nil when the beginning of the text, with the character after it, is not ASCII.
    ///
    /// - Parameter text: it has more bytes than the limit, and no carriage returns.
    private func cutASCII(_ text: String, _ limit: Int) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard limit > 0, bytes[...limit].allSatisfy({ $0 < 0x80 }) else { return nil }
            var end = limit - 1
            if !isSpace(bytes[end]), let space = bytes[..<end].lastIndex(where: isSpace), space >= limit / 2 { end = space }
            while end > 0, isSpace(bytes[end - 1]) || ".,;:-([".utf8.contains(bytes[end - 1]) { end -= 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<end]), as: UTF8.self) + "…"
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}

/// Reads the text from the output of `HTMLWriter`. It reads no other HTML.
private struct PlainTextReader {
    let lineSeparator: String
    let paragraphSeparator: String

    private enum Separator: Int {
        case none, space, line, paragraph
    }

    private static let entities: KeyValuePairs<StaticString, StaticString> = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u{A0}",
    ]

    func text(of html: String) -> String {
        var html = html
        return html.withUTF8 { String(decoding: read($0), as: UTF8.self) }
    }

    private func read(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var pending = Separator.none
        var index = 0
        while index < html.count {
            switch html[index] {
            case Byte.lessThan:
                let end = ByteScan.firstIndex(in: html, from: index) { bytes, _ in bytes.equal(to: Byte.greaterThan) }
                pending = later(pending, separator(at: html[(index + 1)..<end]))
                index = end + 1
            // A line feed occurs only in a `pre`, where it is a line break.
            case Byte.lineFeed:
                pending = later(pending, .line)
                index += 1
            case Byte.space, Byte.tab:
                pending = later(pending, .space)
                index += 1
            default:
                if !output.isEmpty { append(pending, to: &output) }
                pending = .none
                index = appendCharacters(html, at: index, to: &output)
            }
        }
        return output
    }

    private func later(_ one: Separator, _ other: Separator) -> Separator {
        one.rawValue < other.rawValue ? other : one
    }

    private func append(_ separator: Separator, to output: inout [UInt8]) {
        switch separator {
        case .none: break
        case .space: output.append(Byte.space)
        case .line: output.append(lineSeparator)
        case .paragraph: output.append(paragraphSeparator)
        }
    }

    /// - Parameter tag: the text between `<` and `>`.
    private func separator(at tag: Slice<UnsafeBufferPointer<UInt8>>) -> Separator {
        let name = tag.drop { $0 == Byte.slash }.prefix { $0 != Byte.space }
        guard let element = SanitizerElement.byName[String(decoding: name, as: UTF8.self)] else { return .none }
        return switch element.role {
        case .phrase: .none
        case .lineBreak, .item: .line
        case .rule, .paragraph, .preformatted, .container, .list: .paragraph
        }
    }

    /// Appends one entity, or the characters up to the next byte that has a meaning.
    /// - Returns: the index after them.
    private func appendCharacters(_ html: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8]) -> Int {
        for (entity, character) in Self.entities where html[index] == Byte.ampersand {
            let name = UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount)
            guard html[index...].starts(with: name) else { continue }
            output.append(character)
            return index + name.count
        }
        // A single space between two words is read together with them.
        let end = ByteScan.firstIndex(in: html, from: index + 1) { bytes, following in
            bytes.below(Byte.space) | bytes.equal(to: Byte.lessThan) | bytes.equal(to: Byte.ampersand)
                | bytes.equal(to: Byte.space) & (following.below(Byte.space + 1) | following.equal(to: Byte.lessThan))
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: html[index..<end]))
        return end
    }
}
