/// The direction in which scripts are written.
enum Script {
    /// Whether the text has a letter that is written from right to left.
    static func hasRightToLeftLetter(_ text: String) -> Bool {
        // The first such letter is U+0590. Nearly no name has one beyond it.
        let largest = text.utf8.withContiguousStorageIfAvailable { bytes in
            var largest: UInt8 = 0
            for byte in bytes { largest = max(largest, byte) }
            return largest
        }
        guard largest ?? 0xFF >= 0xD6 else { return false }
        return text.unicodeScalars.contains(where: isRightToLeft)
    }

    /// Whether the text has a letter that is not written from right to left. Digits and signs are no letters.
    static func hasLeftToRightLetter(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            // The letters of ASCII are most of them. They need no look-up in the properties of Unicode.
            scalar.isASCII ? (scalar.value | 0x20) &- 0x61 < 26 : scalar.properties.isAlphabetic && !isRightToLeft(scalar)
        }
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Whether a language tag is of a language that is written from right to left: by the script that it names, else by the language's own
    /// (CLDR 49: characterOrder).
    static func isRightToLeft(tag: String) -> Bool {
        let subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
        // A subtag of four letters is a script.
        if let script = subtags.first(where: { $0.utf8.count == 4 && !($0.first?.isNumber ?? true) }) {
            return ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"].contains(script)
        }
        return subtags.first.map {
            ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi"].contains($0)
        } ?? false
    }
}
