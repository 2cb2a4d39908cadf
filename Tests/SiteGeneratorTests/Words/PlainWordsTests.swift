import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// Files of words that are written plainly are read without the library for YAML, and mean the same.
@Suite struct PlainWordsTests {
    /// A node as text, with all places.
    private func described(_ node: WordsNode) -> String {
        switch node {
        case .text(let text): "\(place(text)) '\(text.text)'"
        case .empty(let place): "\(self.place(place)) empty"
        case .map(let entries, let place):
            "\(self.place(place)) {"
                + entries.map { "\(self.place($0.key)) \($0.key.text): \(described($0.value))" }.joined(separator: ", ") + "}"
        case .other(let place): "\(self.place(place)) other"
        }
    }

    private func place(_ text: PlacedText) -> String { "\(text.line):\(text.column)" }

    private func plain(_ text: String) -> String? { PlainWordsReader.read(text).map(described) }

    private func described(_ form: MessageForm) -> String {
        switch form {
        case .text(let text): "\(place(text)) '\(text.text)' in '\(text.sourceLine)'"
        case .choice(let kind, let by, let cases):
            "\(kind) \(place(by)) \(by.text) in '\(by.sourceLine)' "
                + cases.map { "\(place($0.name)) \($0.name.text): \(described($0.form))" }.joined(separator: ", ")
        }
    }

    @Test func mapsTextsAndWordsHaveTheirPlaces() {
        let text = """
            # Words

            craft:
              heading: "All {count}\\_craft \\"here\\" \\\\"
              # A choice
              count:
                  plural:   count
                  0: "none"
                  mission › end.net: "end"
                  "NO": "Norway"
                  other: "ü {count}"

            """
        let expected = """
            3:1 {3:1 craft: 4:3 {4:3 heading: 4:12 'All {count}\u{A0}craft "here" \\', 6:3 count: 7:7 {7:7 plural: 7:17 'count', \
            8:7 0: 8:10 'none', 9:7 mission › end.net: 9:26 'end', \
            10:7 NO: 10:13 'Norway', 11:7 other: 11:14 'ü {count}'}}}
            """
        #expect(plain(text) == expected)
    }

    @Test(arguments: [
        "", "a", "a: b c", "a: 'b'", "a: \"b", "a: \"b\" # c", "a: \"b\\n\"", "a: \"b\"c\"", "a: null", "a: ~", "a: 1", "a:", "a:b", "- a",
        "a: [b]",
        "a: |\n  b", "a: \"b\"\na: \"c\"", "a:\nb: \"c\"", "a:\n  b: \"c\"\n d: \"e\"", "a: \"b\"\n  c: \"d\"", "a:\t\"b\"", "a: \"b\"\r\n",
        "'a': \"b\"", "a: \"b\u{2028}c\"", "a: \"b\u{85}c\"", "a: \"b\u{7F}c\"", "a: \"b\u{FEFF}c\"", "a: \"b\\\"", "a, b: \"c\"",
        "a : \"b\"",
        "---\na: \"b\"",
        " a: \"b\"\nc: \"d\"", "\"a\"b: \"c\"", "\"a: b\"",
    ])
    func anythingElseIsLeftToTheLibrary(_ text: String) {
        #expect(plain(text) == nil)
    }

    @Test(arguments: Theme.standard.languages)
    func theFilesOfTheThemeAreWrittenPlainlyAndMeanWhatYAMLSays(_ language: String) throws {
        let file = try #require(Theme.standard.words.first { $0.path == "words/\(language).yml" })
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(PlainWordsReader.read(text) != nil)
        let (quick, full) = (WordsFile(file), WordsFile(file, text))
        #expect(full.errors.isEmpty)
        #expect(quick.messages.count > 300)
        #expect(quick.messages.map(\.key) == full.messages.map(\.key))
        #expect(quick.messages.map { described($0.form) } == full.messages.map { described($0.form) })
    }
}
