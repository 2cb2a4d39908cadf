import Foundation

/// A name in the form in which names are compared: numbers by their value, letters without case and diacritics.
///
/// Soyuz 3 comes before Soyuz 40, TMA-9 before TMA-09M before TMA-10; Éclair stands beside Eclair. No locale takes part, so the order is the
/// same on every machine. Names that differ only in case, diacritics or leading zeros are told apart by their scalars.
public struct NaturalOrder: Sendable, Hashable, Comparable {
    private let key: [UInt8]
    private let name: String

    public init(_ name: String) {
        self.name = name
        key = Self.key(of: name)
    }

    public static func < (left: Self, right: Self) -> Bool {
        if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
        return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
    }

    /// UTF-8 of the folded name, with each run of digits replaced by `0`, its length without leading zeros, and those digits, so that a
    /// comparison of bytes compares values.
    private static func key(of name: String) -> [UInt8] {
        let folded = fold(name)
        var key: [UInt8] = []
        key.reserveCapacity(folded.count + 4)
        var index = 0
        while index < folded.count {
            guard isDigit(folded[index]) else {
                key.append(folded[index])
                index += 1
                continue
            }
            let end = folded[index...].firstIndex { !isDigit($0) } ?? folded.endIndex
            let digits = folded[index..<end].drop { $0 == UInt8(ascii: "0") }
            key.append(UInt8(ascii: "0"))
            key.append(UInt8(min(digits.count, 255)))
            key.append(contentsOf: digits)
            index = end
        }
        return key
    }

    private static func fold(_ name: String) -> [UInt8] {
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        let folded = isASCII ? name : name.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(folded.utf8.count)
        for scalar in folded.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
            case 0x2010...0x2015, 0x2212: bytes.append(UInt8(ascii: "-"))
            case 0xA0, 0x2007, 0x202F: bytes.append(UInt8(ascii: " "))
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39
    }
}
