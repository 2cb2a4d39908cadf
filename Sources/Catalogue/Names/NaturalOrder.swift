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
