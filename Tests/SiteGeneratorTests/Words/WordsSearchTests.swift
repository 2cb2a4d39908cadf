import Testing

@testable import SiteGenerator

/// The key of a text that stands on a page.
@Suite struct WordsSearchTests {
    private func keys(_ text: String, _ language: String = "en") throws -> [String] {
        try WordsSearch(.standard, language: language).hits(for: text).map(\.key)
    }

    @Test func aTextIsFoundWithItsPlaceAndTheTemplatesThatReadIt() throws {
        let own = Theme(
            templates: [
                Theme.File(path: "words/en.yml", bytes: Array("own:\n  motto: \"Ad astra\"\n".utf8), origin: "own/en.yml"),
                Theme.File(
                    path: "partials/motto.html.mustache", bytes: Array("<p>\n{{words.own.motto}} {{words.own.mottos}}".utf8),
                    origin: "own/motto"),
            ], assets: [])
        #expect(
            try WordsSearch(Theme.standard.overlaid(by: own), language: "en").hits(for: "ad  ASTRA") == [
                WordsSearch.Hit(key: "own.motto", text: "Ad astra", place: "own/en.yml:2:10", readers: ["own/motto:2"])
            ])
    }

    @Test func valuesOfThePageStandForThoseOfTheWords() throws {
        #expect(try keys("All 603 in the register").first == "craft_list.heading")
        #expect(try keys("zebra crossing") == [])
    }

    @Test func eachShippedLanguageIsSearched() throws {
        let words = try Words(.standard, language: "de").messages
        for key in ["craft.heading", "sections.heading"] {
            guard case .text(let text)? = words.sources[key]?.form else { continue }
            #expect(try keys(text.text, "de").contains(key))
        }
    }

    @Test(arguments: [
        ("in the register", "All {count} in the register", 13), ("All 603 in the register", "All {count} in the register", 16),
        ("All 603 in", "All {count} in the register", 5), ("603", "{count}", nil), ("Soyuz TM-4", "{name}", nil),
        ("a {b}", "a {{b}}", 2), ("the other register", "All {count} in the register", nil),
    ])
    func aPhraseIsScoredByTheLettersThatTheWordsSay(text: String, words: String, score: Int?) {
        #expect(PhraseMatch(text).score(in: words) == score)
    }
}
