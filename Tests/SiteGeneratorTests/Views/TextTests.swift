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
        (0, "0"), (9_999, "9999"), (10_000, "10\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"), (-5, "−5"),
        (-12_345, "−12\u{202F}345"),
    ])
    func aNumberOfFiveDigitsOrMoreIsInGroupsOfThree(number: Int, text: String) {
        #expect(Numbers.grouped(number) == text)
    }

    @Test(arguments: [(0, "0\u{A0}flights"), (1, "1\u{A0}flight"), (2, "2\u{A0}flights"), (30_000, "30\u{202F}000\u{A0}flights")])
    func aCountHasTheWordForOneOrForMany(number: Int, text: String) {
        #expect(Numbers.counted(number, "flight", "flights") == text)
    }

    @Test(arguments: [
        ("Soyuz TM-4", "Soyuz TM-4"), ("Союз 神舟 🚀", "Союз 神舟 🚀"), ("", ""), ("سويوز", "\u{2068}سويوز\u{2069}"),
        ("神舟 סוללה", "\u{2068}神舟 סוללה\u{2069}"), ("𞤀", "\u{2068}𞤀\u{2069}"), ("\u{FEB1}", "\u{2068}\u{FEB1}\u{2069}"),
    ])
    func aNameThatIsWrittenFromRightToLeftIsIsolatedInASentence(name: String, isolated: String) {
        #expect("\(name: name)" == isolated)
    }

    @Test(arguments: [
        (7.480000000000001, "7.48"), (0.1 + 0.2, "0.3"), (12_345.6789, "12345.679"), (-2.5, "−2.5"), (-3, "−3"),
    ])
    func aNumberHasThreeDecimalsAtMost(number: Double, text: String) {
        #expect(Numbers.decimal(number) == text)
    }
}
