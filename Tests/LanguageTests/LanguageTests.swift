import Language
import Testing

@Suite struct LanguageTests {
    @Test func sevenLanguagesAreShipped() {
        #expect(Language.shipped.map(\.tag) == ["en", "de", "fr", "es", "ru", "ja", "ar"])
        #expect(Language.shipped.filter(\.isRightToLeft).map(\.tag) == ["ar"])
    }

    @Test func aTagWithARegionHasTheFormatsOfItsLanguage() {
        let tags = ["de", "de-AT", "DE-at-1996", "ru-RU", "ar-EG", "es_MX"]
        #expect(tags.map { Language.language(for: $0).tag } == ["de", "de", "de", "ru", "ar", "es"])
    }

    @Test func anyOtherTagHasTheFormatsOfEnglish() {
        let polish = Language.language(for: "pl-PL")
        #expect(polish.tag == "pl-PL")
        #expect(
            [polish.number(-12_345), polish.date("2019-04-02"), polish.list(["A", "B"])] == ["−12\u{202F}345", "2\u{A0}April 2019", "A, B"])
        #expect(Language.language(for: "den").date("2019-04-02") == "2\u{A0}April 2019")
        #expect(Language.language(for: "").date("2019-04-02") == "2\u{A0}April 2019")
    }

    @Test func anyOtherTagHasTheDirectionOfItsScript() {
        let tags = ["he", "fa-IR", "ur", "pl", "uz-Arab", "uz", "ks-Deva", "az-Arab-IR", "fa-1996", "sl-1994-nedis"]
        #expect(
            tags.map { Language.language(for: $0).isRightToLeft } == [
                true, true, true, false, true, false, false, true, true, false,
            ])
        #expect(Language.language(for: "he").isolated("Soyuz") == "\u{2068}Soyuz\u{2069}")
    }
}
