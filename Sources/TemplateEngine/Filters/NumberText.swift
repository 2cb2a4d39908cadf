/// Numbers for readers.
enum NumberText {
    /// The whole part in groups of three with U+202F (narrow no-break space) between, from five digits on (ISO 80000-1, 7.3.1:
    /// a group of four digits may stand unbroken). Numbers with an exponent stay as they are.
    static func grouped(_ lexeme: String) -> String {
        // Four digits and a sign at most.
        if lexeme.utf8.count < 5 { return lexeme }
        if lexeme.contains(where: { $0 == "e" || $0 == "E" }) { return lexeme }
        let sign = lexeme.prefix { $0 == "-" }
        let whole = lexeme.dropFirst(sign.count).prefix { $0 != "." }
        let rest = lexeme.dropFirst(sign.count + whole.count)
        if whole.count < 5 { return lexeme }
        var grouped = String(sign)
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append("\u{202F}") }
            grouped.append(digit)
        }
        return grouped + rest
    }

    /// Whether text is a number as JSON writes them, without an exponent.
    static func isNumber(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
    }
}
