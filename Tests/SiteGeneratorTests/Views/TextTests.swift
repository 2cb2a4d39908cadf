import Testing

@testable import SiteGenerator

@Suite struct TextTests {
    @Test(arguments: [
        ("One  two\n\nthree", 155, "One two three"), ("One two three", 13, "One two three"), ("One two three", 12, "One two…"),
        ("One two three", 8, "One two…"), ("Onetwothree", 6, "Onetw…"), ("", 5, ""), ("神舟五号神舟", 4, "神舟五…"),
        ("Flights\u{A0}5", 155, "Flights\u{A0}5"),
    ])
    func `a text is one line, cut after a word`(text: String, limit: Int, summary: String) {
        #expect(text.summary(limit: limit) == summary)
    }

    @Test(arguments: [
        (0, "0"), (9_999, "9999"), (10_000, "10\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"), (-5, "−5"),
        (-12_345, "−12\u{202F}345"),
    ])
    func `a number of five digits or more is in groups of three`(number: Int, text: String) {
        #expect(Numbers.grouped(number) == text)
    }

    @Test(arguments: [(0, "0\u{A0}flights"), (1, "1\u{A0}flight"), (2, "2\u{A0}flights"), (30_000, "30\u{202F}000\u{A0}flights")])
    func `a count has the word for one or for many`(number: Int, text: String) {
        #expect(Numbers.counted(number, "flight", "flights") == text)
    }
}
