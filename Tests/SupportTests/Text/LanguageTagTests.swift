import Support
import Testing

@Suite struct LanguageTagTests {
    @Test(arguments: [
        "en", "pt-BR", "zh-Hant-TW", "DE", "es-419", "gsw-CH", "sl-rozaj-biske-1994", "de-u-co-phonebk", "ja-t-it-u-ca-japanese-x-a-b",
    ])
    func whatHasTheFormOfATagIsOne(tag: String) {
        #expect(LanguageTag.isOne(tag))
    }

    /// A browser throws an error at each of the tags among them that BCP 47 allows.
    @Test(arguments: [
        "", "e", "english language", "de_AT", "de-", "-de", "klingon", "data", "12", "dé", "zh-yue", "zh-cmn-Hans", "sgn-ase", "en-GB-oed",
        "de-a",
        "en-1", "de-1996-1996", "de-u-co-phonebk-u-nu-latn", "x-en", "i-klingon", "de-DE-AT", "abcdefghi",
    ])
    func whatHasNotIsNone(text: String) {
        #expect(!LanguageTag.isOne(text))
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
