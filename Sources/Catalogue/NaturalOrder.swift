/// A name in a form for comparison: numbers by their value, letters without case and diacritics.
///
/// Soyuz 3 comes before Soyuz 40, TMA-9 before TMA-09M before TMA-10. Éclair comes beside Eclair. The order does not depend on a locale, so
/// it is the same on every machine. Names that differ only in case, diacritics or leading zeros are ordered by their scalars.
public struct NaturalOrder: Sendable, Hashable, Comparable {
    /// The key, a zero byte, and the name itself. No key holds a zero byte. The name separates names with the same key. One array lets a
    /// comparison read one piece of memory. Bytes are necessary because String's own == treats é in one scalar and é in two as equal, but
    /// `<` separates them.
    private let bytes: [UInt8]

    public init(_ name: String) {
        bytes = Self.key(of: NameFolding.fold(name)) + [0] + Array(name.utf8)
    }

    public static func < (left: Self, right: Self) -> Bool {
        // The generic comparison of sequences takes twice the time of buffers, and a site sorts by name many times.
        left.bytes.withUnsafeBufferPointer { left in
            right.bytes.withUnsafeBufferPointer { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return left[index] < right[index]
                }
                return left.count < right.count
            }
        }
    }

    /// The folded name with a prefix before each run of digits, so that a comparison of bytes compares values. Each run becomes `0`, then a
    /// byte that is one more than the run's length without leading zeros, then those digits.
    private static func key(of folded: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(folded.count + 4)
        var index = 0
        while index < folded.count {
            guard isDigit(folded[index]) else {
                if folded[index] != 0 { key.append(folded[index]) }
                index += 1
                continue
            }
            let end = folded[index...].firstIndex { !isDigit($0) } ?? folded.endIndex
            let digits = folded[index..<end].drop { $0 == UInt8(ascii: "0") }
            key.append(UInt8(ascii: "0"))
            key.append(UInt8(min(digits.count, 254) + 1))
            key.append(contentsOf: digits)
            index = end
        }
        return key
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39
    }
}

/// Removes from a name everything that does not count when names are sorted: case, diacritics, and the typographic forms of hyphens, spaces
/// and quotation marks.
///
/// Foundation's `folding(options:locale:)` keeps letters such as ø and ł, and its tables come with the system. The rules here use Unicode's
/// character names and the default case mappings of ASCII, Latin, Greek and Cyrillic letters. The Unicode stability policy fixes both
/// (unicode.org/policies/stability_policy.html), so they are the same on every machine.
enum NameFolding {
    /// The folded name in UTF-8.
    static func fold(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        for scalar in name.unicodeScalars {
            if scalar.isASCII {
                bytes.append(lowercased(UInt8(truncatingIfNeeded: scalar.value)))
            } else if !isMark(scalar) {
                for folded in halfWidth(scalar).properties.lowercaseMapping.unicodeScalars where !isMark(folded) {
                    bytes.append(contentsOf: base(of: folded).utf8)
                }
            }
        }
        return bytes
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }

    /// Whether the scalar is a diacritic that follows its letter, as in a decomposed é.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    /// The ASCII form of a full-width character. Such characters occur between CJK letters: `（` becomes `(`.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
    }

    private static func base(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212: "-"
        case 0xA0, 0x2007, 0x202F, 0x3000: " "
        case 0x2018, 0x2019: "'"
        case 0x201C, 0x201D: "\""
        case 0xDF...0x24F, 0x1E00...0x1EFF: otherBases[scalar] ?? latinBase(of: scalar) ?? String(scalar)
        case 0x386...0x3CE, 0x439...0x45E: otherBases[scalar] ?? String(scalar)
        default: String(scalar)
        }
    }

    /// The plain Latin letters of a scalar: e for `LATIN SMALL LETTER E WITH CIRCUMFLEX AND ACUTE`, ae for `LATIN SMALL LETTER AE`.
    private static func latinBase(of scalar: Unicode.Scalar) -> String? {
        guard let name = scalar.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard words.starts(with: ["LATIN", "SMALL", "LETTER"]) || words.starts(with: ["LATIN", "SMALL", "LIGATURE"]),
            words.count == 4 || words.dropFirst(4).first == "WITH", words[3].utf8.count <= 2
        else { return nil }
        return words[3].lowercased()
    }

    /// Characters that make no difference between names.
    private static let otherBases: [Unicode.Scalar: String] = [
        "ß": "ss", "ǯ": "ʒ", "ẛ": "ſ", "\u{387}": "·",
        "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω", "ς": "σ",
        "ѐ": "е", "ё": "е", "ѓ": "г", "ї": "і", "ќ": "к", "ѝ": "и", "й": "и", "ў": "у",
    ]
}
