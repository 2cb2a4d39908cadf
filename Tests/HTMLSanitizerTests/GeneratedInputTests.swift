import Foundation
import Testing

@testable import HTMLSanitizer

/// `HANGAR_FUZZ_ITERATIONS` in the environment sets how many inputs each test tries.
@Suite struct GeneratedInputTests {
    private let sanitizer = Sanitizer()
    private let count = ProcessInfo.processInfo.environment["HANGAR_FUZZ_ITERATIONS"].flatMap(Int.init) ?? 4000

    private func inputs(seed: UInt64) throws -> InputGenerator {
        try InputGenerator(parts: Corpus.parts(), examples: Corpus.inputs(), seed: seed, count: count)
    }

    @Test func inputsHoldToTheFormAndStayAsTheyAreWhenSanitizedAgain() throws {
        for input in try inputs(seed: 1) {
            let html = try sanitizer.sanitize(input).html
            #expect(throws: Never.self, "\(input.debugDescription)") { try StrictReader.check(html) }
            let again = try sanitizer.sanitize(html).html
            #expect(again == html, "\(input.debugDescription)")
        }
    }

    @Test func inputsThatHaveTheFormAlreadyComeOutAsTheyAre() throws {
        var generator = FormGenerator(random: SplitMix64(state: 6))
        for _ in 0..<count {
            let html = generator.document()
            try StrictReader.check(html)
            let sanitized = try sanitizer.sanitize(html).html
            #expect(sanitized == html)
        }
    }

    @Test func inputsThatHaveTheFormStayAsTheyAreWithEveryElement() throws {
        var policy = SanitizerPolicy.standard
        policy.elements = Dictionary(uniqueKeysWithValues: SanitizerElement.allCases.map { ($0, SanitizerAttribute.allCases) })
        let generous = Sanitizer(policy: policy)
        var generator = FormGenerator(random: SplitMix64(state: 7))
        generator.headings = ["h1", "h2", "h3", "h4", "h5", "h6"]
        generator.phrases = [
            "bdi", "cite", "del", "dfn", "ins", "kbd lang=\"ru\"", "mark", "q cite=\"/x\"", "samp", "var", "b", "abbr title=\"y\"",
        ]
        for _ in 0..<count {
            let html = generator.document()
            let sanitized = try generous.sanitize(html).html
            #expect(sanitized == html)
        }
    }

    @Test func inputsHoldToTheFormAtTheLeastDepth() throws {
        var policy = SanitizerPolicy.standard
        policy.limits = .init(bytes: 10_000, depth: 4)
        let shallow = Sanitizer(policy: policy)
        for input in try inputs(seed: 2) {
            let html = try shallow.sanitize(input).html
            #expect(throws: Never.self, "\(input.debugDescription)") { try StrictReader.check(html) }
            #expect(try shallow.sanitize(html).html == html, "\(input.debugDescription)")
        }
    }

    @Test func inputsMayBeAnyBytes() throws {
        var random = SplitMix64(state: 3)
        for input in try inputs(seed: 3) {
            var bytes = Array(input.utf8)
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                bytes.insert(.random(in: .min ... .max, using: &random), at: .random(in: 0...bytes.count, using: &random))
            }
            let html = try sanitizer.sanitize(bytes).html
            #expect(throws: Never.self, "\(bytes)") { try StrictReader.check(html) }
            #expect(try sanitizer.sanitize(html).html == html, "\(bytes)")
        }
    }

    @Test func inputsWithoutMarkupComeOutTheSameByTheShortWayAndThroughTheParser() throws {
        var compared = 0
        for input in try inputs(seed: 4) {
            let text = input.replacing("</", with: "< /").replacing("<", with: "< ").replacing(";", with: ",").replacing("&#", with: "& #")
            let characters = CharacterRepair.repaired(validated: Array(text.utf8))
            guard !MarkupRepair.isNeeded(for: characters) else { continue }
            let short = try sanitizer.buildFromText(characters)
            let long = try sanitizer.buildFromMarkup(characters)
            #expect(short == long, "\(text.debugDescription)")
            compared += 1
        }
        #expect(compared > count * 9 / 10)
    }

    @Test func inputsOfEscapedMarkupComeOutLetterForLetter() throws {
        for input in try inputs(seed: 5) {
            let escaped = input.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            let text = try sanitizer.sanitize(escaped).plainText()
            let withoutMark = input.unicodeScalars.first == "\u{FEFF}" ? String(input.unicodeScalars.dropFirst()) : input
            #expect(letters(of: text) == letters(of: withoutMark), "\(input.debugDescription)")
        }
    }

    /// All characters except white space and those that no text may hold.
    private func letters(of text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.isUnprintable && $0 != " " }
    }
}
