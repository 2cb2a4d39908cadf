import Testing

@testable import Support

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
