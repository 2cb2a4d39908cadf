/// The hash BLAKE2b (RFC 7693) without a key, 32 bytes long. No one can find two inputs with the same hash. It reads most of a gigabyte a
/// second without special processor instructions.
///
/// Every piece is hashed with its length. Pieces therefore never give the same hash as other pieces that are the same when joined.
public struct BLAKE2b: Sendable {
    /// The number of bytes in a digest.
    static let length = 32
    private static let blockSize = 128

    private var state: State
    /// Bytes that wait for a whole block. The last block is compressed differently, so a full block waits too.
    private var waiting: [UInt8] = []
    private var count: UInt64 = 0

    public init() { self.init(length: Self.length) }

    init(length: Int) {
        state = State(length: length)
        waiting.reserveCapacity(Self.blockSize)
    }

    /// Adds a piece, preceded by its length.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { append($0) }
        append(bytes)
    }

    public mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { add($0) }
    }

    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    public mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { add($0) }
    }

    /// The hash of everything that was added.
    public func digest() -> [UInt8] { Array(bytes().prefix(Self.length)) }

    /// The hash of the hashes of pieces of the bytes, which all cores share. It is not that of the bytes as a whole.
    ///
    /// - Parameter size: the bytes of a piece. Another size gives another hash.
    public static func digest(ofPiecesOf bytes: [UInt8], size: Int = 1 << 20) -> [UInt8] {
        let pieces = Concurrently.array(count: (bytes.count + size - 1) / size, pieceSize: 1) { piece in
            var hash = BLAKE2b()
            bytes.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[piece * size..<min((piece + 1) * size, $0.count)])) }
            return hash.digest()
        }
        var hash = BLAKE2b()
        hash.add(pieces.count)
        for piece in pieces { hash.add(piece) }
        return hash.digest()
    }

    /// Adds bytes as in the standard, without their length.
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        if !waiting.isEmpty {
            let taken = min(Self.blockSize - waiting.count, rest.count)
            waiting.append(contentsOf: rest[..<taken])
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
            if rest.isEmpty { return }
            waiting.withUnsafeBytes { compress($0) }
            waiting.removeAll(keepingCapacity: true)
        }
        while rest.count > Self.blockSize {
            compress(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest[Self.blockSize...])
        }
        waiting.append(contentsOf: rest)
    }

    private mutating func compress(_ block: UnsafeRawBufferPointer) {
        count += UInt64(Self.blockSize)
        state.compress(block, count: count, isLast: false)
    }

    /// The whole state at the end. The digest is its beginning.
    func bytes() -> [UInt8] {
        var final = state
        let block = waiting + [UInt8](repeating: 0, count: Self.blockSize - waiting.count)
        block.withUnsafeBytes { final.compress($0, count: count + UInt64(waiting.count), isLast: true) }
        return final.words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
    }
}

extension [UInt8] {
    /// The digest with two digits for each byte, in lower case.
    public var hexadecimal: String {
        reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
    }
}

extension BLAKE2b {
    /// The chain of eight words (RFC 7693, section 3.2).
    private struct State: Sendable {
        private var h0, h1, h2, h3, h4, h5, h6, h7: UInt64

        /// Section 2.6: the fractional parts of the square roots of the first eight primes.
        private static let iv0: UInt64 = 0x6A09_E667_F3BC_C908
        private static let iv1: UInt64 = 0xBB67_AE85_84CA_A73B
        private static let iv2: UInt64 = 0x3C6E_F372_FE94_F82B
        private static let iv3: UInt64 = 0xA54F_F53A_5F1D_36F1
        private static let iv4: UInt64 = 0x510E_527F_ADE6_82D1
        private static let iv5: UInt64 = 0x9B05_688C_2B3E_6C1F
        private static let iv6: UInt64 = 0x1F83_D9AB_FB41_BD6B
        private static let iv7: UInt64 = 0x5BE0_CD19_137E_2179

        init(length: Int) {
            // Section 2.5: no key, one sequence of blocks.
            h0 = Self.iv0 ^ 0x0101_0000 ^ UInt64(length)
            (h1, h2, h3) = (Self.iv1, Self.iv2, Self.iv3)
            (h4, h5, h6, h7) = (Self.iv4, Self.iv5, Self.iv6, Self.iv7)
        }

        var words: [UInt64] { [h0, h1, h2, h3, h4, h5, h6, h7] }

        /// The function F. The words of the state are variables of their own, so that they stay in registers.
        /// - Parameter block: only its first 128 bytes count.
        mutating func compress(_ block: UnsafeRawBufferPointer, count: UInt64, isLast: Bool) {
            var (v0, v1, v2, v3, v4, v5, v6, v7) = (h0, h1, h2, h3, h4, h5, h6, h7)
            var (v8, v9, v10, v11) = (Self.iv0, Self.iv1, Self.iv2, Self.iv3)
            var (v12, v13, v14, v15) = (Self.iv4 ^ count, Self.iv5, isLast ? ~Self.iv6 : Self.iv6, Self.iv7)
            for round in 0..<12 {
                let order = Self.order(in: round)
                Self.mix(&v0, &v4, &v8, &v12, block, order, 0)
                Self.mix(&v1, &v5, &v9, &v13, block, order, 2)
                Self.mix(&v2, &v6, &v10, &v14, block, order, 4)
                Self.mix(&v3, &v7, &v11, &v15, block, order, 6)
                Self.mix(&v0, &v5, &v10, &v15, block, order, 8)
                Self.mix(&v1, &v6, &v11, &v12, block, order, 10)
                Self.mix(&v2, &v7, &v8, &v13, block, order, 12)
                Self.mix(&v3, &v4, &v9, &v14, block, order, 14)
            }
            h0 ^= v0 ^ v8
            h1 ^= v1 ^ v9
            h2 ^= v2 ^ v10
            h3 ^= v3 ^ v11
            h4 ^= v4 ^ v12
            h5 ^= v5 ^ v13
            h6 ^= v6 ^ v14
            h7 ^= v7 ^ v15
        }

        /// Section 2.7: the order of the block's words in a round. Each word is one digit. The first word is the last digit.
        @inline(__always)
        private static func order(in round: Int) -> UInt64 {
            switch round {
            case 0, 10: 0xFEDC_BA98_7654_3210
            case 1, 11: 0x357B_20C1_6DF9_84AE
            case 2: 0x4917_63EA_DF25_0C8B
            case 3: 0x8F04_A562_EBCD_1397
            case 4: 0xD386_CB1E_FA42_7509
            case 5: 0x91EF_57D4_38B0_A6C2
            case 6: 0xB829_3670_A4DE_F15C
            case 7: 0xA268_4F05_931C_E7BD
            case 8: 0x5A41_7D2C_803B_9EF6
            default: 0x0DC3_E9BF_5167_482A
            }
        }

        /// Section 3.1, the function G, applied to the two words of the block at `place` in the order.
        @inline(__always)
        private static func mix(
            _ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64,
            _ block: UnsafeRawBufferPointer, _ order: UInt64, _ place: UInt64
        ) {
            a = a &+ b &+ word(of: block, order, place)
            d = rotate(d ^ a, 32)
            c = c &+ d
            b = rotate(b ^ c, 24)
            a = a &+ b &+ word(of: block, order, place + 1)
            d = rotate(d ^ a, 16)
            c = c &+ d
            b = rotate(b ^ c, 63)
        }

        @inline(__always)
        private static func word(of block: UnsafeRawBufferPointer, _ order: UInt64, _ place: UInt64) -> UInt64 {
            let index = Int(truncatingIfNeeded: (order &>> (place &* 4)) & 15)
            return UInt64(littleEndian: block.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
        }

        @inline(__always)
        private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { (value &>> count) | (value &<< (64 &- count)) }
    }
}
