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
        return text.withUTF8 { bytes in
            // No text has more characters than bytes.
            if Self.isLine(bytes) { return bytes.count <= limit ? self : Self.cut(bytes, limit) }
            return Self.folded(bytes)?.withUnsafeBufferPointer { Self.cut($0, limit) }
        }
    }

    /// The text with one space for all white space between two words, and none around them. Nil when it has line breaks outside ASCII.
    private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        var isBetweenWords = false
        for (index, byte) in bytes.enumerated() {
            if isSpace(byte) {
                isBetweenWords = true
                continue
            }
            if beginsLineBreak(bytes[index...]) { return nil }
            if isBetweenWords, !line.isEmpty { line.append(0x20) }
            isBetweenWords = false
            line.append(byte)
        }
        return line
    }

    /// The summary of a text that is a line.
    private static func cut(_ line: UnsafeBufferPointer<UInt8>, _ limit: Int) -> String? {
        // The number of scalars. It is at least the number of characters.
        var scalars = 0
        var areCharacters = true
        // Where the text ends if it is cut.
        var cut = 0
        for index in line.indices where line[index] & 0xC0 != 0x80 {
            scalars += 1
            if scalars == limit { cut = index }
            if line[index] >= 0xC0, !beginsCharacter(line[index...]) { areCharacters = false }
        }
        if scalars <= limit { return String(decoding: line, as: UTF8.self) }
        guard areCharacters else { return nil }
        let isWithinWord = line[cut] != 0x20
        let end = isWithinWord ? line[..<cut].lastIndex(of: 0x20) ?? cut : cut
        return String(decoding: line[..<end], as: UTF8.self) + "…"
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

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

    /// Whether the text has no white space but single spaces between words.
    private static func isLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAfterSpace = true
        for index in bytes.indices {
            let byte = bytes[index]
            if isSpace(byte), byte != 0x20 || isAfterSpace { return false }
            if beginsLineBreak(bytes[index...]) { return false }
            isAfterSpace = byte == 0x20
        }
        return !isAfterSpace || bytes.isEmpty
    }

    /// Whether the bytes begin with U+0085, U+2028 or U+2029.
    private static func beginsLineBreak(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = bytes.startIndex
        switch bytes[start] {
        case 0xC2: return bytes.count > 1 && bytes[start + 1] == 0x85
        case 0xE2: return bytes.count > 2 && bytes[start + 1] == 0x80 && bytes[start + 2] & 0xFE == 0xA8
        default: return false
        }
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
