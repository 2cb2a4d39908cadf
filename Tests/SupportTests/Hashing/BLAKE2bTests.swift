import Testing

@testable import Support

@Suite struct BLAKE2bTests {
    /// RFC 7693, appendix A.
    @Test func theExampleOfTheStandard() {
        var hash = BLAKE2b(length: 64)
        Array("abc".utf8).withUnsafeBytes { hash.append($0) }
        #expect(
            hash.bytes().hexadecimal
                == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
        )
    }

    /// Made with hashlib of Python 3, `blake2b(bytes(i & 255 for i in range(count)), digest_size=32)`. The sizes are close to that of a
    /// block.
    static let digests = [
        (0, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
        (1, "03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314"),
        (127, "f2fe67ff342e21b8f45e8f2e0bcd1d9243245d50ee6c78042e9c491388791c72"),
        (128, "c3582f71ebb2be66fa5dd750f80baae97554f3b015663c8be377cfcb2488c1d1"),
        (129, "f7f3c46ba2564ff4c4c162da1f5b605f9f1c4aa6a20652a9f9a337c1a2f5b9c9"),
        (256, "39a7eb9fedc19aabc83425c6755dd90e6f9d0c804964a1f4aaeea3b9fb599835"),
        (1_000, "c636324d47d89f2b2434dc2c994100663fbbaea880ff020fc5de89dd0f77a1ec"),
    ]

    @Test(arguments: digests, [1, 7, 128, 1_000])
    func digestsOfManySizesTakenInPieces(_ expected: (count: Int, digest: String), _ piece: Int) {
        let bytes = (0..<expected.count).map { UInt8(truncatingIfNeeded: $0) }
        var hash = BLAKE2b()
        for start in stride(from: 0, to: bytes.count, by: piece) {
            bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { hash.append($0) }
        }
        #expect(hash.digest().hexadecimal == expected.digest)
    }

    @Test func piecesThatReadAlikeTogetherAreNotTheSame() {
        let digests = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], []].map { pieces in
            var hash = BLAKE2b()
            for piece in pieces { hash.add(piece) }
            return hash.digest()
        }
        #expect(Set(digests).count == digests.count)
    }
}
