/// Takes from a name what does not count when names are put in order: case, diacritics, and the typographic forms of hyphens, spaces and
/// quotation marks.
///
/// Foundation's `folding(options:locale:)` keeps letters such as ø and ł, and its tables come with the system. The rules here rest on
/// Unicode's character names and on default case mappings of ASCII, Latin, Greek and Cyrillic letters, which the Unicode stability policy
/// keeps as they are (unicode.org/policies/stability_policy.html): they are the same on every machine.
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

    /// A diacritic that follows its letter, as in a decomposed é.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    /// The ASCII form of a full-width one, which occurs between CJK letters: `（` is `(`.
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

    /// `LATIN SMALL LETTER E WITH CIRCUMFLEX AND ACUTE` is an e, `LATIN SMALL LETTER AE` an ae.
    private static func latinBase(of scalar: Unicode.Scalar) -> String? {
        guard let name = scalar.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard words.starts(with: ["LATIN", "SMALL", "LETTER"]) || words.starts(with: ["LATIN", "SMALL", "LIGATURE"]),
            words.count == 4 || words.dropFirst(4).first == "WITH", words[3].utf8.count <= 2
        else { return nil }
        return words[3].lowercased()
    }

    /// Characters that distinguish no names.
    private static let otherBases: [Unicode.Scalar: String] = [
        "ß": "ss", "ǯ": "ʒ", "ẛ": "ſ", "\u{387}": "·",
        "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω", "ς": "σ",
        "ѐ": "е", "ё": "е", "ѓ": "г", "ї": "і", "ќ": "к", "ѝ": "и", "й": "и", "ў": "у",
    ]
}
