import Support

/// The addresses in a `srcset`: `small.jpg 1x, large.jpg 2x`, split as the HTML standard says (parsing a srcset attribute).
enum SourceSet {
    static func addresses(_ bytes: ByteText, _ range: Range<Int>) -> [Range<Int>] {
        var addresses: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index].isHTMLSpace || bytes[index] == comma {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, !bytes[index].isHTMLSpace { index += 1 }
            var end = index
            // An address may hold commas, but not end in one.
            while end > start, bytes[end - 1] == comma { end -= 1 }
            addresses.append(start..<end)
            if end < index { continue }
            var parentheses = 0
            while index < range.upperBound, bytes[index] != comma || parentheses > 0 {
                if bytes[index] == UInt8(ascii: "(") { parentheses += 1 }
                if bytes[index] == UInt8(ascii: ")") { parentheses -= 1 }
                index += 1
            }
        }
        return addresses
    }

    private static let comma = UInt8(ascii: ",")
}
