import Support

/// A reference to a character in the input: `&amp;`, `&#233;`, `&#xE9`.
struct CharacterReference {
    private let end: Int
    /// The text that the parser gets instead, if it must not see the reference. libxml2 ends a value at a number that it rejects, and
    /// version 2.9 does not know the names by which HTML 5 can hide a scheme.
    private let replacement: StaticString?

    /// Writes the parser's version of the `&` at an index.
    /// - Returns: the index after the text that was read.
    static func rewrite(_ input: [UInt8], at index: Int, to output: inout [UInt8]) -> Int {
        guard let reference = CharacterReference(input, at: index) else {
            output.append("&amp;")
            return index + 1
        }
        if let replacement = reference.replacement {
            output.append(replacement)
        } else {
            output += input[index..<reference.end]
        }
        return reference.end
    }

    /// The characters for the numbers from 128 to 159 by the HTML standard (13.2.5.80), in Windows-1252.
    private static let windows1252: [StaticString] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
        "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
    ]

    /// - Parameter start: the index of the `&`.
    /// - Returns: nil if there is no reference. A name needs its semicolon: `?a=1&copy=2` is an address, not '?a=1©=2'. A number does not
    ///   need one.
    init?(_ input: [UInt8], at start: Int) {
        func byte(_ position: Int) -> UInt8 { position < input.count ? input[position] : 0 }
        var position = start + 1
        guard byte(position) == Byte.numberSign else {
            while byte(position).isASCIILetter || byte(position).isASCIIDigit { position += 1 }
            guard position > start + 1, byte(position) == Byte.semicolon else { return nil }
            end = position + 1
            replacement =
                switch String(decoding: input[(start + 1)..<position], as: UTF8.self) {
                case "colon": ":"
                case "NewLine": "\n"
                case "Tab": "\t"
                default: nil
                }
            return
        }
        guard let number = NumericReference(input, from: position + 1, to: input.count) else { return nil }
        end = number.end
        replacement = Self.replacement(for: number.value)
    }

    private static func replacement(for value: UInt32) -> StaticString? {
        switch value {
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        // libxml2 would keep it, and the next parser would turn it into a line feed.
        case 0x0D: "\n"
        case 0x09, 0x0A: nil
        default: Unicode.Scalar(value).map { $0.isUnprintable ? "\u{FFFD}" : nil } ?? "\u{FFFD}"
        }
    }
}
