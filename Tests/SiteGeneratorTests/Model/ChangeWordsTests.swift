import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct ChangeWordsTests {
    @Test(
        arguments: [
            ("status", "4", "Single Use"), ("status", "99", "99"), ("spacecraft_config", "2", "Lark TM"), ("agency", "121", "Heronry"),
            ("manufacturer", "96", "Larkworks"), ("family", "2, 3", "Heron, Heron 2"), ("family", "", "not recorded"),
            ("parent", "2", "Heron"),
            ("type", "2", "Cargo Resupply"), ("image", "20", "picture 20"), ("time_in_space", "P178DT22H54M29S", "178\u{A0}d 22\u{A0}h"),
            ("fastest_turnaround", "PT47M", "47\u{A0}min"), ("time_docked", "soon", "soon"), ("in_space", "true", "yes"),
            ("in_space", "false", "no"), ("maiden_flight", "2019-03-02", "2\u{A0}March 2019"), ("flights_count", "4", "4"),
            ("name", nil, "not recorded"),
            ("description", String(repeating: "x", count: 200), String(repeating: "x", count: 119) + "…"),
        ] as [(String, String?, String)])
    func `a value is told in words`(field: String, value: String?, words: String) throws {
        #expect(ChangeWords.value(value, of: field, SiteModel(try Sample.input())) == words)
    }

    @Test(arguments: [("time_in_space", "Time in space"), ("spacecraft_config", "Configuration"), ("name", "Name")])
    func `a field is told in words`(field: String, words: String) {
        #expect(ChangeWords.field(field) == words)
    }

    @Test(
        arguments: [
            (.fetched(Sample.lastFetch), "1\u{A0}March 2026", "2026-03-01T04:05:06Z"),
            (.notBefore(Sample.lastFetch), "1\u{A0}March 2026 or later (a saved copy)", nil),
            (.unknown, "a day that is not recorded (a saved copy)", nil),
        ] as [(DataDate, String, String?)])
    func `the age of the data is told as far as it is known`(date: DataDate, text: String, datetime: String?) {
        #expect(SourceWords.dataAsOf(date) == (text, datetime))
    }
}
