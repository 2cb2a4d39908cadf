enum Numbers {
    /// The number for machines, with three decimals at most. More come from sums of fractions, and nobody has measured them.
    static func rounded(_ number: Double) -> Double {
        number.magnitude < 1e12 ? (number * 1000).rounded() / 1000 : number
    }
}

extension String {
    /// The text on a single line. A text longer than the limit is cut after a word and ends with `…`.
    func summary(limit: Int) -> String {
        if let summary = plainSummary(limit: limit) { return summary }
        let line = split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }).joined(separator: " ")
        guard line.count > limit else { return line }
        let head = line.prefix(max(limit - 1, 0))
        let isWithinWord = line[head.endIndex] != " "
        let end = isWithinWord ? head.lastIndex(of: " ") ?? head.endIndex : head.endIndex
        return head[..<end] + "…"
    }

    /// The summary, made byte by byte. It is nil when a text that must be cut is not all ASCII, or when the text has line breaks outside
    /// ASCII.
    private func plainSummary(limit: Int) -> String? {
        var text = self
        if text.withUTF8({ Self.isPlainLine($0, limit: limit) }) { return self }
        return text.withUTF8 { bytes -> String? in
            var line: [UInt8] = []
            line.reserveCapacity(bytes.count)
            // The number of scalars. It is at least the number of characters.
            var scalars = 0
            var isBetweenWords = false
            for (index, byte) in bytes.enumerated() {
                if (0x09...0x0D).contains(byte) || byte == 0x20 {
                    isBetweenWords = true
                    continue
                }
                if Self.beginsLineBreak(bytes[index...]) { return nil }
                if isBetweenWords, !line.isEmpty {
                    line.append(0x20)
                    scalars += 1
                }
                isBetweenWords = false
                line.append(byte)
                if byte & 0xC0 != 0x80 { scalars += 1 }
            }
            if scalars <= limit { return String(decoding: line, as: UTF8.self) }
            guard scalars == line.count else { return nil }
            let head = line.prefix(max(limit - 1, 0))
            let isWithinWord = line[head.endIndex] != 0x20
            let end = isWithinWord ? head.lastIndex(of: 0x20) ?? head.endIndex : head.endIndex
            return String(decoding: head[..<end], as: UTF8.self) + "…"
        }
    }

    /// Whether the text has at most so many scalars, and no white space of ASCII and line breaks but single spaces between words.
    private static func isPlainLine(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
        var isAfterSpace = true
        var scalars = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x20 && isAfterSpace { return false }
            if byte == 0xC2 || byte == 0xE2, beginsLineBreak(bytes[index...]) { return false }
            isAfterSpace = byte == 0x20
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
        return scalars <= limit && (!isAfterSpace || bytes.isEmpty)
    }

    /// Whether the bytes begin with U+0085, U+2028 or U+2029.
    private static func beginsLineBreak(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = bytes.first, first == 0xC2 || first == 0xE2 else { return false }
        let next = Array(bytes.prefix(3).dropFirst())
        return first == 0xC2 ? next.first == 0x85 : next == [0x80, 0xA8] || next == [0x80, 0xA9]
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
