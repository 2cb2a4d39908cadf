import Testing

@testable import Support

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
