import TemplateEngine

/// Finds the words that say a text which stands on a page.
public struct WordsSearch: Sendable {
    public struct Hit: Sendable, Equatable {
        public let key: String
        /// The text as it stands in the file, of the form that says it.
        public let text: String
        /// `Templates/words/en.yml:12:5`
        public let place: String
        /// The lines of templates that name the key: `Templates/pages/spacecraft.html.mustache:5`. None of words that come with a page's values.
        public let readers: [String]
    }

    private let theme: Theme
    private let messages: Messages

    /// - Parameter language: a BCP 47 tag.
    /// - Throws: the mistakes of the files of words.
    public init(_ theme: Theme, language: String) throws(TemplateErrors) {
        self.theme = theme
        messages = try Words(theme, language: language).messages
    }

    /// The words that may say a text, or a part of it, whatever stands in the place of their values; those that say most of it themselves come first.
    /// Small and capital letters are alike, and so are all spaces.
    public func hits(for text: String) -> [Hit] {
        let wanted = PhraseMatch(text)
        let found = messages.keys.flatMap { key -> [(score: Int, hit: Hit)] in
            guard let source = messages.sources[key] else { return [] }
            return Self.texts(of: source.form).compactMap { text in
                wanted.score(in: text.text).map { score in
                    (
                        score,
                        Hit(
                            key: key, text: text.text.replacing("\u{A0}", with: " "), place: "\(source.origin):\(text.line):\(text.column)",
                            readers: readers(of: key))
                    )
                }
            }
        }
        let best = found.map(\.score).max() ?? 0
        return found.enumerated().filter { $0.element.score == best || $0.element.score >= wanted.length }
            .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element.hit)
    }

    private static func texts(of form: MessageForm) -> [PlacedText] {
        switch form {
        case .text(let text): [text]
        case .choice(_, _, let cases): cases.flatMap { texts(of: $0.form) }
        }
    }

    private func readers(of key: String) -> [String] {
        let name = "words." + key
        return theme.templates.flatMap { template in
            let lines = String(decoding: template.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().compactMap { Self.names($0.element, name) ? "\(template.origin):\($0.offset + 1)" : nil }
        }
    }

    /// Whether a line has the name, and not as the beginning of a longer one.
    private static func names(_ line: Substring, _ name: String) -> Bool {
        line.ranges(of: name).contains { range in
            line[range.upperBound...].first.map { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") } ?? true
        }
    }
}

/// A text of a page beside the texts of words, which have values in them.
struct PhraseMatch {
    private let wanted: [Character]

    init(_ text: String) { wanted = Self.folded(text) }

    /// The number of letters of the text.
    var length: Int { wanted.count { $0.isLetter } }

    /// How many letters of the text the words say by themselves, and not by their values. Nil when they cannot say it, or hardly any of it.
    func score(in words: String) -> Int? {
        guard length > 0 else { return nil }
        let parts = Self.parts(of: words)
        // best[n] is the score after the first n characters of the text, at the present place of the words. Before the text begins it is 0 anywhere.
        var best: [Int?] = [0] + wanted.map { _ in nil }
        var result: Int?
        for part in parts {
            var next: [Int?] = [0] + wanted.map { _ in nil }
            for place in wanted.indices {
                switch part {
                case .character(let character):
                    if character == wanted[place], let score = best[place] { next[place + 1] = score + (character.isLetter ? 1 : 0) }
                case .value:
                    // A value takes any number of characters, also none.
                    next[place + 1] = [best[place + 1], best[place], next[place]].compactMap(\.self).max()
                }
            }
            best = next
            if let score = best[wanted.count] { result = max(result ?? 0, score) }
        }
        return result.flatMap { $0 * 2 > length ? $0 : nil }
    }

    private enum Part {
        case character(Character)
        case value
    }

    private static func parts(of words: String) -> [Part] {
        var parts: [Part] = []
        var rest = folded(words)[...]
        while let first = rest.popFirst() {
            if first == "{" || first == "}", rest.first == first {
                rest.removeFirst()
                parts.append(.character(first))
            } else if first == "{", let end = rest.firstIndex(of: "}") {
                rest = rest[(end + 1)...]
                parts.append(.value)
            } else {
                parts.append(.character(first))
            }
        }
        return parts
    }

    /// In small letters, with single spaces.
    private static func folded(_ text: String) -> [Character] {
        Array(text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
