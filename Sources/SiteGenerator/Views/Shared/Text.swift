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

    /// The summary, made byte by byte. It is nil when a text that must be cut has scalars that may be only a part of a character, or when the
    /// text has line breaks outside ASCII.
    private func plainSummary(limit: Int) -> String? {
        var text = self
        if text.withUTF8({ Self.isPlainLine($0, limit: limit) }) { return self }
        return text.withUTF8 { bytes -> String? in
            var line: [UInt8] = []
            line.reserveCapacity(bytes.count)
            // The number of scalars. It is at least the number of characters.
            var scalars = 0
            var areCharacters = true
            // Where the text ends if it is cut.
            var cut = 0
            var isBetweenWords = false
            func beginScalar() {
                scalars += 1
                if scalars == limit { cut = line.count }
            }
            for (index, byte) in bytes.enumerated() {
                if (0x09...0x0D).contains(byte) || byte == 0x20 {
                    isBetweenWords = true
                    continue
                }
                if byte & 0xC0 == 0xC0 {
                    if Self.beginsLineBreak(bytes[index...]) { return nil }
                    if !Self.beginsCharacter(bytes[index...]) { areCharacters = false }
                }
                if isBetweenWords, !line.isEmpty {
                    beginScalar()
                    line.append(0x20)
                }
                isBetweenWords = false
                if byte & 0xC0 != 0x80 { beginScalar() }
                line.append(byte)
            }
            if scalars <= limit { return String(decoding: line, as: UTF8.self) }
            guard areCharacters else { return nil }
            let head = line.prefix(cut)
            let isWithinWord = line[head.endIndex] != 0x20
            let end = isWithinWord ? head.lastIndex(of: 0x20) ?? head.endIndex : head.endIndex
            return String(decoding: head[..<end], as: UTF8.self) + "…"
        }
    }

    /// Whether the bytes begin with a scalar outside ASCII of which it is known, by the block that it is in, that it joins no other to a
    /// character (UAX #29): letters of Latin and Cyrillic, dashes, quotation marks and the ellipsis, and the ideographs.
    private static func beginsCharacter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let (first, second, third) = (bytes.startIndex, bytes.startIndex + 1, bytes.startIndex + 2)
        switch bytes[first] {
        case 0xC3...0xC9, 0xD0, 0xD1, 0xE4...0xE9: return true
        case 0xE2: return third < bytes.endIndex && bytes[second] == 0x80 && (0x90...0xA7).contains(bytes[third])
        default: return false
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
