import Testing

@testable import SiteGenerator

@Suite struct TextTests {
    @Test(arguments: [
        ("One  two\n\nthree", 155, "One two three"), ("One two three", 13, "One two three"), ("One two three", 12, "One two…"),
        ("One two three", 8, "One two…"), ("Onetwothree", 6, "Onetw…"), ("", 5, ""), ("神舟五号神舟", 4, "神舟五…"),
        ("Flights\u{A0}5", 155, "Flights\u{A0}5"),
    ])
    func aTextIsOneLineCutAfterAWord(text: String, limit: Int, summary: String) {
        #expect(text.summary(limit: limit) == summary)
    }

    @Test(arguments: [
        ("Über den Wolken – „Sojus“", 17, "Über den Wolken…"), ("Über den Wolken – „Sojus“", 18, "Über den Wolken –…"),
        ("Корабль «Союз»", 9, "Корабль…"), ("One, two…  three", 10, "One, two……"), ("Cafe\u{301} noir au lait", 6, "Cafe\u{301}…"),
        ("👩\u{200D}🚀👩\u{200D}🚀👩\u{200D}🚀", 2, "👩\u{200D}🚀…"), ("は\u{3099}は\u{3099}は", 2, "は\u{3099}…"), ("a\u{2028}b c", 4, "a b…"),
    ])
    func aTextIsCutBetweenCharacters(text: String, limit: Int, summary: String) {
        #expect(text.summary(limit: limit) == summary)
    }

    @Test(arguments: [
        (7.480000000000001, "7.48"), (0.1 + 0.2, "0.3"), (12_345.6789, "12\u{202F}345.679"), (-2.5, "−2.5"), (-3, "−3"),
    ])
    func aNumberHasThreeDecimalsAtMost(number: Double, text: String) {
        #expect(Formatted.plain(number).english == text)
    }
}
