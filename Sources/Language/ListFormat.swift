/// How a language writes lists (CLDR: the standard list pattern).
struct ListFormat: Sendable {
    /// Between texts without a word.
    let separator: String
    /// Between texts but the last of a list with 'and'. Arabic has 'and' before each.
    let middle: String
    /// Before the last of three and more.
    let end: String
    /// Between two.
    let two: String
    /// The word for 'and' depends on the next text in some languages: this replaces `end` and `two`. Nil keeps them.
    let exception: @Sendable (String) -> String?

    init(
        separator: String, middle: String? = nil, end: String, two: String? = nil,
        exception: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.separator = separator
        self.middle = middle ?? separator
        self.end = end
        self.two = two ?? end
        self.exception = exception
    }

    func writtenWithAnd(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        let conjunction = exception(last) ?? (texts.count == 2 ? two : end)
        return texts.dropLast().joined(separator: middle) + conjunction + last
    }
}
