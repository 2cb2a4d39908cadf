/// The percent-decoded parameters of a request, read as the API reads them (Django REST framework and django-filter). The last of repeated
/// parameters counts. An empty parameter counts as missing. White space around a value does not count.
package struct RequestParameters: Sendable {
    private let last: [String: String]

    package init(_ parameters: [(name: String, value: String)]) {
        last = Dictionary(parameters.map { ($0.name, $0.value) }) { _, later in later }
    }

    /// The API's message for an id that does not exist.
    package static let invalidChoice = "Select a valid choice. That choice is not one of the available choices."

    package func text(_ name: String) -> String? {
        guard let value = last[name]?.trimming(\.isWhitespace), !value.isEmpty else { return nil }
        return String(value)
    }

    /// `true`, `false`, `1` or `0` in any case. Any other value is ignored.
    package func truth(_ name: String) -> Bool? {
        switch text(name)?.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    package var searchWords: [String] { SearchWords.split(last["search"] ?? "") }

    /// The greatest number of records in the answer.
    package var limit: Int { min(positive("limit") ?? SpacecraftQuery.defaultLimit, SpacecraftQuery.maximumLimit) }

    package var offset: Int { positive("offset") ?? 0 }

    /// Nil for a value that is not a positive number.
    private func positive(_ name: String) -> Int? {
        text(name).flatMap(Self.clampedNumber).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The API accepts numbers of any size. A number that does not fit into an Int becomes the largest Int, not an error.
    private static func clampedNumber(_ value: String) -> Int? {
        if let number = Int(value) { return number }
        let digits = value.hasPrefix("+") ? value.dropFirst() : value[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? .max : nil
    }
}

/// Splits the parameter `search` as Django REST framework has split it since 3.15 (`rest_framework.filters.search_smart_split`).
package enum SearchWords {
    /// Words end at white space and at commas. A word in single or double quotes keeps white space and commas and loses the quotes. Inside
    /// it, `\"` means `"` and `\\` means `\`. A quote that does not begin the word, or is not closed, is an ordinary character.
    package static func split(_ search: String) -> [String] {
        let word = #/[^\s'"]*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[^\s'"]*)+|\S+/#.matchingSemantics(.unicodeScalar)
        return search.matches(of: word).flatMap { match in
            let term = match.output.trimming { $0 == "," }
            guard let quote = term.first, quote == "\"" || quote == "'", term.last == quote else {
                return term.split(separator: ",").map(String.init)
            }
            return [unquoted(term.dropFirst().dropLast(), quote)]
        }
    }

    private static func unquoted(_ text: Substring, _ quote: Character) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if character == "\\" && !isEscaped {
                isEscaped = true
                continue
            }
            if isEscaped && character != quote && character != "\\" { result.append("\\") }
            result.append(character)
            isEscaped = false
        }
        return result
    }
}

/// A text in a form for searching: without case and as bytes. So it matches the same texts as the API's database and the script in the
/// page, which do not use grapheme clusters.
package struct SearchText {
    private let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.lowercased().utf8)
    }

    package func contains(_ word: SearchText) -> Bool {
        guard let first = word.bytes.first else { return true }
        guard bytes.count >= word.bytes.count else { return false }
        return (0...bytes.count - word.bytes.count).contains { start in
            bytes[start] == first && bytes[start..<start + word.bytes.count].elementsEqual(word.bytes)
        }
    }
}

extension StringProtocol {
    /// The text without the characters at both ends that satisfy the predicate.
    func trimming(_ isDropped: (Character) -> Bool) -> Substring {
        var rest = Substring(self).drop(while: isDropped)
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
