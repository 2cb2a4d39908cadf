import Catalogue
import LaunchLibrary
import Testing

@Suite struct HistoryTests {
    private static let text = """
        {"date":"2026-03-01T04:05:06Z","event":"appeared","kind":"spacecraft","id":9,"name":"TMA\u{2011}9 \\"Сокол\\""}
        {"date":null,"event":"changed","kind":"agency","id":5,"name":"PSB","changes":[{"field":"name","from":"A","to":"PSB"},\
        {"field":"description","from":null,"to":"One.\\r\\nTwo."},{"field":"type","from":"1","to":null}]}
        {"date":"2026-03-02T04:05:06Z","event":"went","kind":"family","id":31,"name":"Aurora"}

        """

    private static func entries() throws -> [DatedChange] {
        [
            .init(
                date: try time("2026-03-01T04:05:06Z"),
                change: Change(EntityKey(.spacecraft, 9), name: "TMA\u{2011}9 \"Сокол\"", event: .appeared)),
            .init(
                date: nil,
                change: Change(
                    EntityKey(.agency, 5), name: "PSB",
                    event: .changed([
                        .init(field: "name", from: "A", to: "PSB"), .init(field: "description", from: nil, to: "One.\r\nTwo."),
                        .init(field: "type", from: "1", to: nil),
                    ]))),
            .init(date: try time("2026-03-02T04:05:06Z"), change: Change(EntityKey(.family, 31), name: "Aurora", event: .removed)),
        ]
    }

    @Test func eachChangeIsOneLineAndReadsBackEqual() throws {
        let log = HistoryLog(try Self.entries())
        #expect(String(decoding: log.encoded(), as: UTF8.self) == Self.text)
        let (decoded, warnings) = HistoryLog.decode(log.encoded(), path: "history.jsonl")
        #expect(decoded == log)
        #expect(warnings.isEmpty)
    }

    @Test func aDamagedLineIsToldByItsNumberAndPassedOverTheOthersCount() throws {
        let damaged = [
            "",
            #"{"date":"2026-03-01T04:05:06Z","event":"appe"#,
            #"{"date":"1 March","event":"came","kind":"planet","id":0,"name":null}"#,
            "[]",
            #"{"date":null,"event":"changed","kind":"agency","id":5,"name":"PSB","changes":[7]}"#,
            "\r",
        ]
        let (log, warnings) = HistoryLog.decode(Array((damaged.joined(separator: "\n") + "\n" + Self.text).utf8), path: "h.jsonl")
        #expect(try log.entries == Self.entries())
        let kinds = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
        let remedy = "The line is passed over; restore it or delete it"
        #expect(
            DataProblems(warnings).description == """
                h.jsonl:2: broken JSON at column 45: the text ends inside a string. \(remedy)
                h.jsonl:3: date: expected a time such as 2026-03-01T04:05:06Z, found "1 March". \(remedy)
                h.jsonl:3: name: expected text, found null. \(remedy)
                h.jsonl:3: id: expected a positive whole number, found 0. \(remedy)
                h.jsonl:3: kind: expected one of \(kinds), found "planet". \(remedy)
                h.jsonl:3: event: expected one of appeared, changed, went, found "came". \(remedy)
                h.jsonl:4: expected an object, found a list. \(remedy)
                h.jsonl:5: changes[0]: expected an object, found 7. \(remedy)
                """)
    }

    @Test func newLinesGoToTheEndAfterALineEndThatAKilledRunLeftOutNothingThatStandsThereIsTouched() throws {
        let log = HistoryLog(Array(try Self.entries().suffix(1)))
        let line = String(decoding: log.encoded(), as: UTF8.self)
        for (file, expected) in [("", line), ("{}\n", "{}\n" + line), ("{\"da", "{\"da\n" + line)] {
            #expect(String(decoding: log.appended(to: Array(file.utf8)), as: UTF8.self) == expected)
        }
        #expect(HistoryLog().appended(to: Array("{\"da".utf8)) == Array("{\"da".utf8))
    }
}
