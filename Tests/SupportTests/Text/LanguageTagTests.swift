import Support
import Testing

@Suite struct LanguageTagTests {
    @Test(arguments: ["en", "pt-BR", "zh-Hant-TW", "DE", "sl-rozaj-biske-1994", "abcdefgh"])
    func whatHasTheFormOfATagIsOne(tag: String) {
        #expect(LanguageTag.isOne(tag))
    }

    @Test(arguments: ["", "e", "english language", "de_AT", "de-", "-de", "abcdefghi", "de-abcdefghi", "12", "dé"])
    func whatHasNotIsNone(text: String) {
        #expect(!LanguageTag.isOne(text))
        #expect(!LanguageTag.isLikely(text))
    }

    @Test(arguments: [("en", true), ("gsw-CH", true), ("titel", false), ("data", false)])
    func languagesAreRegisteredWithTwoOrThreeLetters(text: String, isLikely: Bool) {
        #expect(LanguageTag.isLikely(text) == isLikely)
    }

    @Test func aTagFallsBackAlongItsPartsInSmallLetters() {
        #expect(LanguageTag.fallbacks(of: "zh-Hant-TW") == ["zh-hant-tw", "zh-hant", "zh"])
        #expect(LanguageTag.fallbacks(of: "DE") == ["de"])
    }

    @Test(arguments: [("en", true), ("EN-gb", true), ("enm", false), ("de", false), ("x-en", false)])
    func theEnglishOfARegionIsEnglish(tag: String, isEnglish: Bool) {
        #expect(LanguageTag.isEnglish(tag) == isEnglish)
    }
}
