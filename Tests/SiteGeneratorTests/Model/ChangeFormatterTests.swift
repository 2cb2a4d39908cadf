import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct ChangeFormatterTests {
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
        #expect(ChangeFormatter.value(value, of: field, SiteModel(try Sample.input())) == words)
    }

    @Test(arguments: [("time_in_space", "Time in space"), ("spacecraft_config", "Configuration"), ("name", "Name")])
    func `a field is told in words`(field: String, words: String) {
        #expect(ChangeFormatter.field(field) == words)
    }

    @Test(
        arguments: [
            ("flights › 900", nil, "Kite 9 | Heron 6", "Flight: none → Kite 9 | Heron 6"),
            ("flights › 1", "Kite 9 | Heron 0", nil, "Flight: Kite 9 | Heron 0 → none"),
            (
                "flights › 817 › mission_end", nil, "2025-03-18T21:57:07Z",
                "Mission end of Kite 9 | Heron 5: not recorded → 18\u{A0}March 2025, 21:57:07\u{A0}UTC"
            ),
            (
                "flights › 817 › launch › net", "2024-09-26T18:05:00Z", "2024-09-28T17:17:21Z",
                "Launch date of Kite 9 | Heron 5: 26\u{A0}September 2024, 18:05\u{A0}UTC → 28\u{A0}September 2024, 17:17:21\u{A0}UTC"
            ),
            ("flights › 817 › duration", "P3D", "P171DT4H", "Duration of Kite 9 | Heron 5: 3\u{A0}d → 171\u{A0}d 4\u{A0}h"),
            ("flights › 817 › landing › success", "false", "true", "Landing successful of Kite 9 | Heron 5: no → yes"),
            ("flights › 817 › launch › status", "Go", "In Flight", "Launch status of Kite 9 | Heron 5: Go → In Flight"),
            ("flights › 817 › launch › net", "soon", "2", "Launch date of Kite 9 | Heron 5: soon → 2"),
            ("flights › 5 › destination", "4", "121", "Destination of Flight 5: 4 → 121"),
            ("flights › 817 › news › of_2_4_0", nil, "x", "News of 2 4 0 of Kite 9 | Heron 5: not recorded → x"),
            ("flights", nil, "x", "Flights: not recorded → x"), ("flights › x", nil, "y", "Flights › x: not recorded → y"),
        ] as [(String, String?, String?, String)])
    func `a change of a flight is told with its name`(field: String, from: String?, to: String?, words: String) throws {
        let model = SiteModel(try Sample.inputWithFlights())
        let change = Sample.change(.spacecraft, 551, "Heron Freedom", (field, from, to))
        let told =
            "\(ChangeFormatter.field(field, of: change, model)): "
            + "\(ChangeFormatter.value(from, of: field, model)) → \(ChangeFormatter.value(to, of: field, model))"
        #expect(told == words)
    }

    @Test(
        arguments: [
            (.fetched(Sample.lastFetch), "1\u{A0}March 2026", "2026-03-01T04:05:06Z"),
            (.notBefore(Sample.lastFetch), "1\u{A0}March 2026 or later (a saved copy)", nil),
            (.unknown, "a day that is not recorded (a saved copy)", nil),
        ] as [(DataDate, String, String?)])
    func `the age of the data is told as far as it is known`(date: DataDate, text: String, datetime: String?) {
        #expect(DataSource.dataAsOf(date) == (text, datetime))
    }
}
