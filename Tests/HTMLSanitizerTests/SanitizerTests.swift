import Testing

@testable import HTMLSanitizer

@Suite("The sanitizer")
struct SanitizerTests {
    @Test func `does what its documentation shows`() throws {
        #expect(try Sanitizer().sanitize("Δv <3 km/s, <b onclick=x()>R&D</b>").html == "<p>Δv &lt;3 km/s, <b>R&amp;D</b></p>")
    }

    @Test func `takes bytes as well as strings, and mends what is no UTF-8`() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0xE2, 0x82, 0x62, 0xC0, 0xAF, 0x3C, 0x62, 0x3E, 0xF0, 0x9F, 0x9A, 0x80]
        let expected = "<p>a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}<b>🚀</b></p>"
        #expect(try Sanitizer().sanitize(bytes).html == expected)
        #expect(try bytes.withUnsafeBytes { try Sanitizer().sanitize($0) }.html == expected)
        #expect(try Sanitizer().sanitize([UInt8]()).html == "")
    }

    @Test func `gives the same result from many tasks at once`() async throws {
        let sanitizer = Sanitizer()
        let inputs = try Corpus.inputs()
        let expected = try inputs.map { try sanitizer.sanitize($0) }
        let results = try await withThrowingTaskGroup(of: [SanitizedHTML].self) { group in
            for _ in 0..<8 { group.addTask { try inputs.map { try sanitizer.sanitize($0) } } }
            return try await group.reduce(into: [[SanitizedHTML]]()) { $0.append($1) }
        }
        #expect(results == Array(repeating: expected, count: 8))
    }

    @Test func `says what went wrong and how to mend it`() {
        #expect(SanitizerError.outOfMemory.description == "there is no memory left to read the text. Free some, and try again")
        #expect(
            SanitizerError.refused("<script>").description
                == "the sanitizer was about to write <script>, which its policy does not allow. Please report this with the text")
    }
}
