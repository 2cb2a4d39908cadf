import Language
import Testing

@Suite struct PluralTests {
    @Test func eachSampleNumberOfCLDRHasItsCategory() {
        for samples in PluralSamples.cardinals {
            let language = Language.language(for: samples.tag)
            for number in samples.numbers {
                #expect(language.pluralCategory(of: number).rawValue == samples.category, "\(samples.tag): \(number)")
                #expect(language.pluralCategory(of: "-\(number)").rawValue == samples.category, "\(samples.tag): -\(number)")
                if let integer = Int(number) {
                    #expect(language.pluralCategory(of: integer).rawValue == samples.category, "\(samples.tag): \(number)")
                }
            }
        }
    }

    @Test func eachSampleRankOfCLDRHasItsCategory() {
        for samples in PluralSamples.ordinals {
            let language = Language.language(for: samples.tag)
            for rank in samples.numbers.compactMap({ Int($0) }) {
                #expect(language.ordinalCategory(of: rank).rawValue == samples.category, "\(samples.tag): \(rank)")
            }
        }
    }

    @Test func aLanguageHasTheCategoriesThatItsSamplesShow() {
        for language in Language.shipped {
            let shown = { (samples: [PluralSamples]) in Set(samples.filter { $0.tag == language.tag }.map(\.category)) }
            let inOrder = { (categories: Set<String>) in PluralCategory.allCases.filter { categories.contains($0.rawValue) } }
            #expect(language.pluralCategories == inOrder(shown(PluralSamples.cardinals)))
            #expect(language.ordinalCategories == inOrder(shown(PluralSamples.ordinals)))
        }
    }

    @Test func numbersBeyondSixDigitsKeepTheirLastOnes() {
        let categories = ["ru", "fr", "ar", "en"].map { tag in
            ["1000001", "7000000", "123456789012345678901234000000", "2000103", "18446744073709551617"].map {
                Language.language(for: tag).pluralCategory(of: $0).rawValue
            }
        }
        #expect(
            categories == [
                ["one", "many", "many", "few", "many"],
                ["other", "many", "many", "other", "other"],
                ["other", "other", "other", "few", "many"],
                ["other", "other", "other", "other", "other"],
            ])
        #expect(Language.language(for: "ru").pluralCategory(of: Int.min) == .many)
    }

    @Test func aTextThatIsNoNumberIsOther() {
        #expect(
            ["", "-", "1.", ".1", "1e0", "1 ", "one", "--1", "1.0.0"].map { Language.english.pluralCategory(of: $0) }
                == Array(repeating: .other, count: 9))
    }
}
