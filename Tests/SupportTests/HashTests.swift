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

    /// The pieces of so many bytes each, as letters.
    @Test(arguments: [("", []), ("abcd", ["abcd"]), ("abcde", ["abcd", "e"]), ("abcdefgh", ["abcd", "efgh"])])
    func aHashOfPiecesIsThatOfTheirHashes(_ text: String, _ pieces: [String]) {
        var expected = BLAKE2b()
        expected.add(pieces.count)
        for piece in pieces {
            var hash = BLAKE2b()
            hash.add(piece)
            expected.add(hash.digest())
        }
        #expect(BLAKE2b.digest(ofPiecesOf: Array(text.utf8), size: 4) == expected.digest())
    }
}

@Suite struct SHA2Tests {
    /// The examples of FIPS 180-4, and texts around the length at which the padding takes another block.
    @Test(arguments: [
        (SHA2.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            .sha384, "abc",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
        ),
        (
            .sha512, "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
        (.sha256, String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (.sha256, String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    ])
    func theDigestsAreThoseOfTheStandard(_ algorithm: SHA2, _ text: String, _ expected: String) {
        let digits = Array("0123456789abcdef")
        let digest = algorithm.digest(of: Array(text.utf8)).map { String([digits[Int($0 >> 4)], digits[Int($0 & 15)]]) }.joined()
        #expect(digest == expected)
    }
}

@Suite struct XXHash64Tests {
    /// Made with the reference implementation (xxhash 3 for Python), over bytes 0, 1, 2 …
    @Test(
        arguments: [
            (0, 0, 0xEF46_DB37_51D8_E999), (0, 2654435761, 0xAC75_FDA2_929B_17EF),
            (1, 0, 0xE934_A84A_DB05_2768), (1, 2654435761, 0x5014_6076_43A9_B4C3),
            (3, 0, 0xE5C7_BB45_33BC_65DD), (3, 2654435761, 0x47AA_45ED_39ED_5541),
            (4, 0, 0xFFCE_D860_4453_CC1E), (4, 2654435761, 0xB8F1_A518_93FA_14E6),
            (7, 0, 0x14CC_643F_630C_72D2), (7, 2654435761, 0x13F3_1C4A_8E5F_8252),
            (8, 0, 0x884A_1736_14B8_1B8D), (8, 2654435761, 0xCB74_EF9D_044D_CF44),
            (31, 0, 0xC346_D2B5_9B4D_8EE1), (31, 2654435761, 0x7196_9C89_A30A_986A),
            (32, 0, 0xCBF5_9C51_16FF_32B4), (32, 2654435761, 0x7181_3547_74E0_D600),
            (33, 0, 0x0C53_5D1A_CAFB_8EAD), (33, 2654435761, 0x57BD_8AD0_A039_0E6D),
            (63, 0, 0xE26A_A9E2_A95F_8E4F), (63, 2654435761, 0x8923_6204_5C7B_ADFB),
            (100, 0, 0x6AC1_E580_3216_6597), (100, 2654435761, 0x8832_442A_8828_4F11),
            (1000, 0, 0x6EF4_36B0_0EBA_4078), (1000, 2654435761, 0x5697_DAF2_CCBF_C5FB),
        ] as [(Int, UInt64, UInt64)])
    func itIsXXH64(_ vector: (count: Int, seed: UInt64, hash: UInt64)) {
        let bytes = (0..<vector.count).map { UInt8(truncatingIfNeeded: $0) }
        #expect(bytes.withUnsafeBytes { XXHash64.hash($0, seed: vector.seed) } == vector.hash)
    }
}
