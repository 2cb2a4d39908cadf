/// A name in the form in which names are compared: numbers by their value, letters without case and diacritics.
///
/// Soyuz 3 comes before Soyuz 40, TMA-9 before TMA-09M before TMA-10; Éclair comes beside Eclair. No locale takes part, so the order is the
/// same on every machine. Names that differ only in case, diacritics or leading zeros are ordered by their scalars.
public struct NaturalOrder: Sendable, Hashable, Comparable {
    /// The key, a zero byte that no key holds, and the name itself, which tells apart what the key does not. One array, so that a comparison
    /// reads one piece of memory; and bytes, for String's own == would call two names equal that `<` tells apart: é as one scalar and as two.
    private let bytes: [UInt8]

    public init(_ name: String) {
        bytes = Self.key(of: NameFolding.fold(name)) + [0] + Array(name.utf8)
    }

    public static func < (left: Self, right: Self) -> Bool {
        // Buffers, because the generic comparison of sequences takes twice the time, and a site sorts by name again and again.
        left.bytes.withUnsafeBufferPointer { left in
            right.bytes.withUnsafeBufferPointer { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return left[index] < right[index]
                }
                return left.count < right.count
            }
        }
    }

    /// The folded name with each run of digits replaced by `0`, one more than its length without leading zeros, and those digits, so that a
    /// comparison of bytes compares values.
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
