import Support

/// The words that the owner of a site wrote for a page of it, as HTML or as plain text.
///
/// They pass the sanitizer like any text, but may also hold headings of all levels, tables, and pictures of the site:
///
///     let words = try OwnWords("<h1>Us</h1><img src=logo.png alt=Logo>") { $0 == "logo.png" ? "../assets/logo.png" : nil }
///     words.html.html  // <h2>Us</h2><p><img src="../assets/logo.png" alt="Logo"></p>
///
/// Unlike a foreign text, they tell their author what is left out.
public struct OwnWords: Sendable {
    public let html: SanitizedHTML
    /// The text of the first heading, if the title is taken from it. A text that begins with it does not hold it any more.
    public let title: String?
    /// What is left out or amiss, in the order of the text. What occurs more than once is named at its first place.
    public let notes: [Note]

    public struct Note: Sendable, Equatable {
        /// Counted from 1. The column counts characters (Unicode scalars).
        public let line: Int
        public let column: Int
        public let what: String
        public let remedy: String
    }

    /// Standard elements and headings of every level.
    public static let policy = SanitizerPolicy(
        elements: SanitizerPolicy.standard.elements.merging([.h1: [], .h2: [], .h5: [], .h6: []]) { standard, _ in standard })

    /// - Parameters:
    ///   - text: what the author wrote, HTML or plain text.
    ///   - firstHeading: the level of the highest heading. The other levels follow it without gaps, down to `h6`.
    ///   - takesTitle: whether the first heading is the title of the page.
    ///   - tableClass: the class of tables in the page's style sheet.
    ///   - published: the address at which a file of the site is published, for an address as the author wrote it. Nil for any other
    ///     address: a picture with it is left out, and a link keeps it.
    /// - Throws: `SanitizerError.tooLong` if the text is longer than the policy's limit.
    public init(
        _ text: String, firstHeading: Int = 2, takesTitle: Bool = false, tableClass: String? = nil, published: @escaping (String) -> String?
    ) throws(SanitizerError) {
        let limit = Self.policy.limits.bytes
        // The sanitizer sees the parts one after another.
        guard text.utf8.count <= limit else { throw .tooLong(bytes: text.utf8.count, limit: limit) }
        let sanitizer = Sanitizer(policy: Self.policy)
        var reader = OwnWordsReader(text, rules: CompiledPolicy(sanitizer.policy), published: published)
        let pieces = reader.read()
        // Beside a table a line break is only white space, as in the cells.
        let layout = pieces.count > 1 ? "<div>" : ""
        var html = ""
        for piece in pieces {
            switch piece {
            case .text(let text): html += try sanitizer.sanitize(layout + text).html
            case .table(let table):
                html += try table.html(class: tableClass) { text throws(SanitizerError) in try sanitizer.sanitize("<div>" + text).html }
            }
        }
        title = takesTitle ? FirstHeading(of: html)?.taken(from: &html) : nil
        html = HeadingLevels(of: html, first: firstHeading).applied(to: html)
        self.html = SanitizedHTML(html: PictureMarks.replaced(in: html, by: reader.pictures))
        notes = reader.notes
    }
}

/// Signs that stand for pictures while a text is sanitized. They are of a private plane, and no text of a site has a meaning for them.
enum PictureMarks {
    private static let start = "\u{F0000}"
    private static let end = "\u{F0001}"

    static func mark(_ index: Int) -> String { "\(start)\(index)\(end)" }

    static func removed(from text: String) -> String {
        text.unicodeScalars.contains { ("\u{F0000}"..."\u{F0001}").contains($0) }
            ? text.replacing(start, with: "\u{FFFD}").replacing(end, with: "\u{FFFD}") : text
    }

    static func replaced(in html: String, by pictures: [String]) -> String {
        guard !pictures.isEmpty else { return html }
        let parts = html.split(separator: start, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { result, part in
            let pieces = part.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
            if let index = pieces.first.flatMap({ Int($0) }), pictures.indices.contains(index) { result += pictures[index] }
            result += pieces.dropFirst().joined()
        }
    }
}

/// The first heading of a text.
private struct FirstHeading {
    private let range: Range<String.Index>
    private let text: String

    /// - Parameter html: written by `HTMLWriter`. Nil when it has no heading with a text.
    init?(of html: String) {
        let starts = (1...6).compactMap { level in html.firstRange(of: "<h\(level)>").map { (level: level, range: $0) } }
        guard let start = starts.min(by: { $0.range.lowerBound < $1.range.lowerBound }),
            let end = html[start.range.upperBound...].firstRange(of: "</h\(start.level)>")
        else { return nil }
        let range = start.range.lowerBound..<end.upperBound
        let heading = PictureMarks.replaced(in: String(html[range]), by: [])
        text = SanitizedHTML(html: heading).plainText().replacing("\n", with: " ")
        self.range = range
        if text.isEmpty || String(html[range]).unicodeScalars.contains("\u{F0000}") { return nil }
    }

    func taken(from html: inout String) -> String {
        if range.lowerBound == html.startIndex { html.removeSubrange(range) }
        return text
    }
}

/// The levels of the headings in a text, made to fit the page on which it stands.
private struct HeadingLevels {
    /// The new level by the written one.
    private let levels: [Character: Int]

    /// - Parameter html: written by `HTMLWriter`, so that every `<h` and a digit begins a heading.
    init(of html: String, first: Int) {
        let used = (1...6).filter { html.contains("<h\($0)>") }
        levels = Dictionary(uniqueKeysWithValues: used.enumerated().map { (Character("\($1)"), min(first + $0, 6)) })
    }

    func applied(to html: String) -> String {
        guard !levels.isEmpty else { return html }
        var result = ""
        var rest = html[...]
        while let sign = rest.firstIndex(of: "<") {
            result += rest[..<sign]
            rest = rest[sign...]
            let prefix = rest.hasPrefix("</h") ? "</h" : "<h"
            let digit = rest.dropFirst(prefix.count).prefix(1)
            if rest.hasPrefix(prefix), let level = digit.first.flatMap({ levels[$0] }), rest.dropFirst(prefix.count + 1).first == ">" {
                result += "\(prefix)\(level)"
                rest = rest.dropFirst(prefix.count + 1)
            } else {
                result += "<"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}

/// The notes on a text, each of them once, at its first place.
struct NoteList {
    static let remedy = "Text, headings, lists, tables, links and the site's own pictures are kept"

    private var notes: [OwnWords.Note] = []
    private var counts: [String: (index: Int, count: Int)] = [:]

    mutating func add(_ what: String, at offset: Int, in text: [UInt8], remedy: String) {
        if let known = counts[what] {
            counts[what] = (known.index, known.count + 1)
            return
        }
        counts[what] = (notes.count, 1)
        let position = TextPosition(of: offset, in: text)
        notes.append(OwnWords.Note(line: position.line, column: position.column, what: what, remedy: remedy))
    }

    /// In the order of their places. Those that occur more than once have their number.
    var folded: [OwnWords.Note] {
        notes.map { note in
            guard let count = counts[note.what]?.count, count > 1 else { return note }
            return OwnWords.Note(line: note.line, column: note.column, what: "\(note.what) (\(count) times)", remedy: note.remedy)
        }
    }
}
