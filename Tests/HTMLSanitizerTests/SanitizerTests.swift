import Testing

@testable import HTMLSanitizer

@Suite struct SanitizerTests {
    @Test func sanitizerDoesWhatItsDocumentationShows() throws {
        #expect(try Sanitizer().sanitize("Δv <3 km/s, <b onclick=x()>R&D</b>").html == "<p>Δv &lt;3 km/s, <b>R&amp;D</b></p>")
    }

    @Test func sanitizerTakesBytesAndStringsAndMendsWhatIsNotUTF8() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0xE2, 0x82, 0x62, 0xC0, 0xAF, 0x3C, 0x62, 0x3E, 0xF0, 0x9F, 0x9A, 0x80]
        let expected = "<p>a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}<b>🚀</b></p>"
        #expect(try Sanitizer().sanitize(bytes).html == expected)
        #expect(try bytes.withUnsafeBytes { try Sanitizer().sanitize($0) }.html == expected)
        #expect(try Sanitizer().sanitize([UInt8]()).html == "")
    }

    @Test func sanitizerGivesTheSameResultFromManyTasksAtOnce() async throws {
        let sanitizer = Sanitizer()
        let inputs = try Corpus.inputs()
        let expected = try inputs.map { try sanitizer.sanitize($0) }
        let results = try await withThrowingTaskGroup(of: [SanitizedHTML].self) { group in
            for _ in 0..<8 { group.addTask { try inputs.map { try sanitizer.sanitize($0) } } }
            return try await group.reduce(into: [[SanitizedHTML]]()) { $0.append($1) }
        }
        #expect(results == Array(repeating: expected, count: 8))
    }

    @Test func sanitizerSaysWhatWentWrongAndHowToMendIt() {
        #expect(SanitizerError.outOfMemory.description == "there is no memory left to read the text. Free some, and try again")
        #expect(
            SanitizerError.refused("<script>").description
                == "the sanitizer was about to write <script>, which its policy does not allow. Please report this with the text")
    }
}

@Suite struct CorpusTests {
    @Test(arguments: Corpus.attackClasses + Corpus.harmlessClasses)
    func textsComeOutAsExpectedHoldToTheFormAndStayAsTheyAre(name: String) throws {
        let sanitizer = Sanitizer()
        let examples = try Corpus.examples(name)
        #expect(!examples.isEmpty)
        for example in examples {
            let html = try sanitizer.sanitize(example.input).html
            #expect(html == example.expected, "\(example.title)")
            #expect(throws: Never.self, "\(example.title)") { try StrictReader.check(html) }
            #expect(try sanitizer.sanitize(html).html == html, "\(example.title)")
            #expect(try sanitizer.sanitize(Array(example.input.utf8)).html == html, "\(example.title)")
        }
    }

    @Test(arguments: Corpus.attackClasses)
    func textsNameTheSourceOfEachAttack(name: String) throws {
        #expect(try Corpus.examples(name).filter { $0.source == nil }.map(\.title) == [])
    }
}
