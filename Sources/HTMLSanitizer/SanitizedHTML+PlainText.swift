extension SanitizedHTML {
    /// The text without its tags: paragraphs parted by a blank line, items and lines by a line feed, white space folded.
    /// - Parameter limit: how many characters there may be at most; a longer text is cut after a word and ends with `…`.
    public func plainText(limit: Int? = nil) -> String {
        cut(PlainTextReader.text(of: html, lineSeparator: "\n", paragraphSeparator: "\n\n"), limit)
    }

    /// The text without its tags on a single line, as a meta description needs it.
    /// - Parameter limit: how many characters there may be at most; a longer text is cut after a word and ends with `…`.
    public func summary(limit: Int) -> String {
        cut(PlainTextReader.text(of: html, lineSeparator: " ", paragraphSeparator: " "), limit)
    }

    /// Scripts that write no spaces, and words that fill half of the text, are cut between characters.
    private func cut(_ text: String, _ limit: Int?) -> String {
        guard let limit, let end = text.index(text.startIndex, offsetBy: max(limit, 0), limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        guard limit > 0 else { return "" }
        var head = text[..<text.index(before: end)]
        let isWithinWord = !text[head.endIndex].isWhitespace
        if isWithinWord, let space = head.lastIndex(where: \.isWhitespace), head[..<space].count >= limit / 2 { head = head[..<space] }
        while let last = head.last, last.isWhitespace || ".,;:–—-([".contains(last) { head.removeLast() }
        return head + "…"
    }
}

/// Reads the text out of what `HTMLWriter` wrote; of no other HTML.
private enum PlainTextReader {
    private enum Separator: Int {
        case none, space, line, paragraph
    }

    private static let entities: KeyValuePairs<StaticString, StaticString> = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u{A0}",
    ]

    static func text(of html: String, lineSeparator: String, paragraphSeparator: String) -> String {
        var output: [UInt8] = []
        var pending = Separator.none
        var rest = Array(html.utf8)[...]
        func ask(for separator: Separator) {
            if separator.rawValue > pending.rawValue { pending = separator }
        }
        while let byte = rest.first {
            switch byte {
            case Byte.lessThan:
                let tag = rest.prefix { $0 != Byte.greaterThan }
                ask(for: separator(at: tag))
                rest = rest[tag.endIndex...].dropFirst()
                continue
            // A line feed stands in a `pre` only, where it means one.
            case Byte.lineFeed: ask(for: .line)
            case Byte.space, Byte.tab: ask(for: .space)
            default:
                if !output.isEmpty {
                    switch pending {
                    case .none: break
                    case .space: output.append(Byte.space)
                    case .line: output += lineSeparator.utf8
                    case .paragraph: output += paragraphSeparator.utf8
                    }
                }
                pending = .none
                output += characters(at: &rest)
                continue
            }
            rest = rest.dropFirst()
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// - Parameter tag: from its `<` to before its `>`.
    private static func separator(at tag: ArraySlice<UInt8>) -> Separator {
        let name = tag.dropFirst().drop { $0 == Byte.slash }.prefix { $0 != Byte.space }
        guard let element = HTMLElement.byName[String(decoding: name, as: UTF8.self)] else { return .none }
        return switch element.role {
        case .phrase: .none
        case .lineBreak, .item: .line
        case .rule, .paragraph, .preformatted, .container, .list: .paragraph
        }
    }

    /// One entity, or the characters up to the next byte that means something.
    private static func characters(at rest: inout ArraySlice<UInt8>) -> [UInt8] {
        for (entity, character) in entities {
            let name = UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount)
            guard rest.first == Byte.ampersand, rest.starts(with: name) else { continue }
            rest = rest.dropFirst(name.count)
            return Array(UnsafeBufferPointer(start: character.utf8Start, count: character.utf8CodeUnitCount))
        }
        let run = rest.dropFirst().prefix { ![Byte.lessThan, Byte.ampersand, Byte.lineFeed, Byte.space, Byte.tab].contains($0) }
        defer { rest = rest[run.endIndex...] }
        return Array(rest[..<run.endIndex])
    }
}
