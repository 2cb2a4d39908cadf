import Support

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
