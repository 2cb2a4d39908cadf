/// SHA-256, SHA-384 and SHA-512 (FIPS 180-4): the hashes that a Content Security Policy may name.
package enum SHA2: String, Sendable, Hashable {
    case sha256, sha384, sha512

    package func digest(of bytes: some Collection<UInt8>) -> [UInt8] {
        switch self {
        case .sha256: SHA2Rounds<UInt32>(initial: Self.roots[..<8].map { UInt32($0 >> 32) }, .small).digest(bytes, count: 32)
        case .sha384: SHA2Rounds<UInt64>(initial: Array(Self.roots[8...]), .large).digest(bytes, count: 48)
        case .sha512: SHA2Rounds<UInt64>(initial: Array(Self.roots[..<8]), .large).digest(bytes, count: 64)
        }
    }

    /// The fractions of the square roots of the first 16 primes.
    private static let roots: [UInt64] = [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
        0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
        0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
    ]

    /// The fractions of the cube roots of the first 80 primes. Those of SHA-256 are the higher halves of the first 64.
    fileprivate static let constants: [UInt64] = [
        0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
        0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
        0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
        0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
        0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
        0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
        0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
        0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
        0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
        0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
        0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
        0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
        0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
        0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
        0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
        0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
        0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
        0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
        0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
        0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
    ]
}

/// The rounds of SHA-2 on words of 32 or 64 bits.
private struct SHA2Rounds<Word: FixedWidthInteger & UnsignedInteger> {
    /// The distances of the functions of sections 4.1.2 and 4.1.3. The last of `small0` and `small1` is a shift, and all others are rotations.
    struct Distances {
        let count: Int
        let large0, large1, small0, small1: (Int, Int, Int)

        static var small: Distances {
            Distances(count: 64, large0: (2, 13, 22), large1: (6, 11, 25), small0: (7, 18, 3), small1: (17, 19, 10))
        }
        static var large: Distances {
            Distances(count: 80, large0: (28, 34, 39), large1: (14, 18, 41), small0: (1, 8, 7), small1: (19, 61, 6))
        }
    }

    private var state: [Word]
    private let distances: Distances
    private let constants: [Word]

    init(initial: [Word], _ distances: Distances) {
        state = initial
        self.distances = distances
        constants = SHA2.constants.prefix(distances.count).map { Word($0 >> UInt64(64 - Word.bitWidth)) }
    }

    func digest(_ bytes: some Collection<UInt8>, count: Int) -> [UInt8] {
        var rounds = self
        let size = Word.bitWidth / 8
        var padded = Array(bytes) + [0x80]
        while padded.count % (16 * size) != 14 * size { padded.append(0) }
        padded += Array(repeating: 0, count: 2 * size - 8) + Self.bytes(of: UInt64(bytes.count) * 8)
        for start in stride(from: 0, to: padded.count, by: 16 * size) { rounds.add(padded[start..<(start + 16 * size)]) }
        return Array(rounds.state.flatMap { Self.bytes(of: $0) }.prefix(count))
    }

    private static func bytes(of word: some FixedWidthInteger) -> [UInt8] {
        stride(from: word.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }

    private mutating func add(_ block: ArraySlice<UInt8>) {
        let size = Word.bitWidth / 8
        var words = (0..<16).map { index in
            block[(block.startIndex + index * size)..<(block.startIndex + (index + 1) * size)].reduce(Word(0)) { $0 << 8 | Word($1) }
        }
        for index in 16..<distances.count {
            let early = Self.mixed(words[index - 15], distances.small0, shiftsLast: true)
            let late = Self.mixed(words[index - 2], distances.small1, shiftsLast: true)
            words.append(words[index - 16] &+ early &+ words[index - 7] &+ late)
        }
        var s = state
        for index in 0..<distances.count {
            let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
            let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
            let first = s[7] &+ Self.mixed(s[4], distances.large1, shiftsLast: false) &+ choice &+ constants[index] &+ words[index]
            let second = Self.mixed(s[0], distances.large0, shiftsLast: false) &+ majority
            s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for index in state.indices { state[index] &+= s[index] }
    }

    private static func mixed(_ word: Word, _ by: (Int, Int, Int), shiftsLast: Bool) -> Word {
        func rotated(_ distance: Int) -> Word { word >> distance | word << (Word.bitWidth - distance) }
        return rotated(by.0) ^ rotated(by.1) ^ (shiftsLast ? word >> by.2 : rotated(by.2))
    }
}
