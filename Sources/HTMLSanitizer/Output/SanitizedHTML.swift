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
