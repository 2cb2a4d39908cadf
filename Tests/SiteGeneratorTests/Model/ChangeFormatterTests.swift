import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct ChangeFormatterTests {
    @Test(
        arguments: [
            // For each kind: every field that refers to an entity, and fields of the same name that do not.
            (.spacecraft, "status", "4", "Single Use"), (.spacecraft, "status", "99", "99"),
            (.spacecraft, "spacecraft_config", "2", "Lark TM"),
            (.spacecraft, "image", "20", "picture 20"), (.spacecraft, "type", "2", "2"),
            (.configuration, "type", "2", "Cargo Resupply"), (.configuration, "agency", "121", "Heronry"),
            (.configuration, "family", "2, 3", "Heron, Heron 2"), (.configuration, "family", "2, 99", "2, 99"),
            (.configuration, "family", "", "not recorded"), (.configuration, "image", "20", "picture 20"),
            (.agency, "type", "3", "Commercial"), (.agency, "type", "2", "2"), (.agency, "logo", "20", "picture 20"),
            (.agency, "social_logo", "20", "picture 20"), (.agency, "image", "20", "picture 20"), (.agency, "parent", "2", "2"),
            (.family, "manufacturer", "96", "Larkworks"), (.family, "parent", "2", "Heron"), (.image, "license", "3", "CC BY-SA 4.0"),
            (.agencyType, "name", "2", "2"), (.status, "name", "4", "4"), (.licence, "priority", "1", "1"),
            // Values that are not references.
            (.spacecraft, "time_in_space", "P178DT22H54M29S", "178\u{A0}d 22\u{A0}h"),
            (.spacecraft, "fastest_turnaround", "PT47M", "47\u{A0}min"), (.spacecraft, "time_docked", "soon", "soon"),
            (.spacecraft, "in_space", "true", "yes"), (.spacecraft, "in_space", "false", "no"), (.spacecraft, "flights_count", "4", "4"),
            (.configuration, "maiden_flight", "2019-03-02", "2\u{A0}March 2019"), (.family, "name", nil, "not recorded"),
            (.spacecraft, "description", String(repeating: "x", count: 200), String(repeating: "x", count: 119) + "…"),
        ] as [(EntityKind, String, String?, String)])
    func aValueIsPutInWordsAReferenceByTheNameOfWhatItRefersTo(
        kind: EntityKind, field: String, value: String?, words: String
    ) throws {
        #expect(ChangeFormatter.value(value, of: field, in: kind, try Catalogue(Sample.contents)).english == words)
    }

    @Test func aChangedTypeOfAnAgencyIsShownByTheNameOfAgencyTypes() throws {
        let change = DatedChange(date: Sample.lastFetch, change: Sample.change(.agency, 121, "Heronry", ("type", "1", "3")))
        let view = ChangesView.make([change], SiteModel(try Sample.input()))
        #expect(
            view.map { String(decoding: Messages.english.resolving(.object($0)).json(pretty: false), as: UTF8.self) }
                == #"{"items":[{"kind":"agency changed","is_new":true,"is_ship":false,"name":"Heronry","path":"agencies/121-heronry/","#
                + #""datetime":"2026-03-01","when":"1\#u{A0}March 2026","#
                + #""details":{"items":[{"field":"Type","before":"Government","after":"Commercial"}]}}]}"#)
    }

    @Test(arguments: [("time_in_space", "Time in space"), ("spacecraft_config", "Configuration"), ("name", "Name")])
    func aFieldIsPutInWords(field: String, words: String) {
        #expect(FieldWords.heading(of: field).english == words)
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
    func aChangeOfAFlightHasTheNameOfTheFlight(field: String, from: String?, to: String?, words: String) throws {
        let model = SiteModel(try Sample.inputWithFlights())
        let change = Sample.change(.spacecraft, 551, "Heron Freedom", (field, from, to))
        let shown =
            "\(ChangeFormatter.field(field, of: change, model).english): "
            + "\(ChangeFormatter.value(from, of: field, in: .spacecraft, model.catalogue).english) → \(ChangeFormatter.value(to, of: field, in: .spacecraft, model.catalogue).english)"
        #expect(shown == words)
    }

    @Test(
        arguments: [
            (.fetched(Sample.lastFetch), "1\u{A0}March 2026", "2026-03-01T04:05:06Z"),
            (.notBefore(Sample.lastFetch), "1\u{A0}March 2026 or later (a saved copy)", nil),
            (.unknown, "a day that is not recorded (a saved copy)", nil),
        ] as [(DataDate, String, String?)])
    func theDateOfAPageIsGivenAsFarAsItIsKnown(date: DataDate, text: String, datetime: String?) {
        let shown = ModifiedView.text(date.timestamp, dataDate: date)
        #expect((shown.text.english, shown.datetime) == (text, datetime))
    }
}
