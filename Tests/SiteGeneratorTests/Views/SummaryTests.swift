import Testing

@testable import SiteGenerator

@Suite struct SummaryTests {
    @Test(arguments: [
        ("One  two\n\nthree", 155, "One two three"), ("One two three", 13, "One two three"), ("One two three", 12, "One two…"),
        ("One two three", 8, "One two…"), ("Onetwothree", 6, "Onetw…"), ("", 5, ""), ("神舟五号神舟", 4, "神舟五…"),
        ("Flights\u{A0}5", 155, "Flights\u{A0}5"),
    ])
    func `a text is one line, cut after a word`(text: String, limit: Int, summary: String) {
        #expect(text.summary(limit: limit) == summary)
    }
}
