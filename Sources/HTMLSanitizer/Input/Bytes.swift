/// Finds bytes, eight at a time. Nearly all of a text is read in this way. (Swift's SIMD types were fifty times slower here.)
enum ByteScan {
    /// One bit for each of eight bytes: the highest bit of the byte.
    typealias Hits = UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Eight bytes. The first one is lowest.
    struct Block {
        fileprivate let bits: UInt64

        /// Adding 0x7F to seven bits carries into the eighth unless they are all zero, and never into the next byte.
        @inline(__always)
        func equal(to byte: UInt8) -> Hits {
            let difference = bits ^ (ones &* UInt64(byte))
            return ~(((difference & lowBits) &+ lowBits) | difference | lowBits)
        }

        /// - Parameter limit: at most 0x80.
        @inline(__always)
        func below(_ limit: UInt8) -> Hits {
            ~(((bits & lowBits) &+ (ones &* UInt64(0x80 - limit))) | bits) & highBits
        }
    }

    /// - Parameter hits: marks the bytes of a block that are searched for. It gets the block, and for each byte the byte that follows it.
    ///   For the very last byte that is a space. Letters must never be searched for.
    /// - Returns: the index of the first such byte, or the end index when there is none.
    @inline(__always)
    static func firstIndex(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, where hits: (_ block: Block, _ following: Block) -> Hits
    ) -> Int {
        guard let base = UnsafeRawPointer(bytes.baseAddress), start < bytes.count else { return bytes.count }
        var index = start
        while index + 8 < bytes.count {
            let found = hits(load(base + index), load(base + index + 1))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        var rest = ones &* UInt64(UInt8(ascii: "a"))
        var following = ones &* UInt64(Byte.space)
        for lane in 0..<(bytes.count - index) {
            let byte = UInt64(bytes[index + lane])
            rest = rest & ~(0xFF << UInt64(8 * lane)) | byte << UInt64(8 * lane)
            if lane > 0 { following = following & ~(0xFF << UInt64(8 * lane - 8)) | byte << UInt64(8 * lane - 8) }
        }
        let found = hits(Block(bits: rest), Block(bits: following))
        return found == 0 ? bytes.count : index + found.trailingZeroBitCount / 8
    }

    @inline(__always)
    private static func load(_ pointer: UnsafeRawPointer) -> Block {
        Block(bits: UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self)))
    }
}

/// The bytes that have a meaning in HTML.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let lessThan = UInt8(ascii: "<")
    static let greaterThan = UInt8(ascii: ">")
    static let ampersand = UInt8(ascii: "&")
    static let quotationMark = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let slash = UInt8(ascii: "/")
    static let equals = UInt8(ascii: "=")
    static let backslash = UInt8(ascii: "\\")
    static let colon = UInt8(ascii: ":")
    static let questionMark = UInt8(ascii: "?")
    static let semicolon = UInt8(ascii: ";")
    static let numberSign = UInt8(ascii: "#")
}

extension [UInt8] {
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
