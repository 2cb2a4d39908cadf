import HTMLSanitizer
import Testing

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
