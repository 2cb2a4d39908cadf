import Language
import Testing

@Suite struct LanguageTests {
    @Test func aTagWithARegionHasTheFormatsOfItsLanguage() {
        #expect(["de", "de-AT", "DE-at-1996", "ru-RU"].map { Language.language(for: $0).tag } == ["de", "de", "de", "ru"])
    }
}
