/// Words with meanings, looked up by their bytes. Names in markup are many and short, and most are told from all of these by their
/// length and first byte, at a fraction of what a hash costs.
struct KeywordTable<Meaning: Sendable>: Sendable {
    private let byLength: [[(word: [UInt8], meaning: Meaning)]]

    init(_ words: [(String, Meaning)]) {
        let longest = words.map { $0.0.utf8.count }.max() ?? 0
        var byLength = [[(word: [UInt8], meaning: Meaning)]](repeating: [], count: longest + 1)
        for (word, meaning) in words {
            byLength[word.utf8.count].append((Array(word.utf8), meaning))
        }
        self.byLength = byLength
    }

    subscript(word: [UInt8]) -> Meaning? {
        guard word.count < byLength.count, let first = word.first else { return nil }
        for entry in byLength[word.count] where entry.word[0] == first && entry.word == word { return entry.meaning }
        return nil
    }
}
