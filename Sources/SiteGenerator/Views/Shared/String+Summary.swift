extension String {
    /// The text on a single line and, where it is longer than the limit, cut after a word and ended with `…`.
    func summary(limit: Int) -> String {
        let line = split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }).joined(separator: " ")
        guard line.count > limit else { return line }
        let head = line.prefix(max(limit - 1, 0))
        let isWithinWord = line[head.endIndex] != " "
        let end = isWithinWord ? head.lastIndex(of: " ") ?? head.endIndex : head.endIndex
        return head[..<end] + "…"
    }
}
