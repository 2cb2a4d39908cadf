import Language
import Testing

@Suite struct NumberTests {
    @Test(arguments: [
        ("en", ["7", "−3", "1234", "12\u{202F}345.75", "−1\u{202F}234\u{202F}567", "0.5", "1234.5678"]),
        ("de", ["7", "-3", "1.234", "12.345,75", "-1.234.567", "0,5", "1.234,5678"]),
        ("fr", ["7", "-3", "1\u{202F}234", "12\u{202F}345,75", "-1\u{202F}234\u{202F}567", "0,5", "1\u{202F}234,5678"]),
        ("es", ["7", "-3", "1234", "12.345,75", "-1.234.567", "0,5", "1234,5678"]),
        ("ru", ["7", "-3", "1\u{A0}234", "12\u{A0}345,75", "-1\u{A0}234\u{A0}567", "0,5", "1\u{A0}234,5678"]),
        ("ja", ["7", "-3", "1,234", "12,345.75", "-1,234,567", "0.5", "1,234.5678"]),
        ("ar", ["7", "\u{200E}-3", "1,234", "12,345.75", "\u{200E}-1,234,567", "0.5", "1,234.5678"]),
    ])
    func aNumberHasTheGroupsAndSignsOfItsLanguage(tag: String, written: [String]) {
        let numbers = ["7", "-3", "1234", "12345.75", "-1234567", "0.5", "1234.5678"]
        #expect(numbers.map { Language.language(for: tag).number($0) } == written)
    }

    @Test func aWholeNumberIsWrittenAsItsDigitsAre() {
        for language in Language.shipped {
            for number in [0, 7, -7, 999, 1_000, -1_000, 9_999, 10_000, 123_456, Int.max, Int.min] {
                #expect(language.number(number) == language.number(String(number)))
            }
        }
        #expect(Language.english.number(Int.min) == "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
    }

    @Test func aNumberWithAnExponentAndAnyOtherTextStayUnchanged() {
        let texts = ["1e5", "-1.5E+20", "", "-", "12345.", ".5", "TM-12345", "12 345", "１２３４５"]
        #expect(Language.shipped.map { language in texts.map { language.number($0) } } == Array(repeating: texts, count: 7))
    }
}
