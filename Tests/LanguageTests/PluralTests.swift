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

    @Test func aLanguageWithoutOtherFormatsHasItsOwnCategories() {
        let tags = ["pl", "pl-PL", "cy", "zh-Hant-TW", "pt-BR", "pt-PT", "br", "tlh", ""]
        #expect(
            tags.map { Language.language(for: $0).pluralCategories } == [
                [.one, .few, .many, .other], [.one, .few, .many, .other], PluralCategory.allCases, [.other], [.one, .many, .other],
                [.one, .many, .other], [.one, .two, .few, .many, .other], [.one, .other], [.one, .other],
            ])
        #expect(["pt", "pt-BR", "pt-PT"].map { Language.language(for: $0).pluralCategory(of: 0) } == [.one, .one, .other])
        #expect(Language.language(for: "br").pluralCategory(of: 13) == .other)
    }

    @Test func ranksOfALanguageThatCLDRDoesNotKnowAreThoseOfEnglish() {
        #expect(Language.language(for: "tlh").ordinalCategories == [.one, .two, .few, .other])
        // CLDR has the numbers of Asturian but not its ranks.
        #expect(Language.language(for: "ast").ordinalCategories == [.other])
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

    @Test func zerosAtTheEndOfDecimalsCountOnlyWhereARuleAsksForThem() {
        let numbers = ["1.100", "1.1", "1.10", "1.11", "1.000", "2.000"]
        // t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11
        #expect(numbers.map { Language.language(for: "is").pluralCategory(of: $0) } == [.one, .one, .one, .other, .one, .other])
        // t is not asked for, f is: f % 10 = 1 and f % 100 != 11
        #expect(numbers.map { Language.language(for: "mk").pluralCategory(of: $0) } == [.other, .one, .other, .other, .other, .other])
    }

    @Test func aTextThatIsNoNumberIsOther() {
        #expect(
            ["", "-", "1.", ".1", "1e0", "1 ", "one", "--1", "1.0.0"].map { Language.english.pluralCategory(of: $0) }
                == Array(repeating: .other, count: 9))
    }
}
