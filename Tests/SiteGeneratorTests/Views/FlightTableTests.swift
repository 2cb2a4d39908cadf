import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct FlightTableTests {
    private func rows(_ flights: [Flight]) throws -> [TemplateObject] {
        let model = SiteModel(try Sample.input { $0.spacecraft[4].flights = flights })
        let craft = try #require(model.catalogue.spacecraft[id: 551])
        guard case .list(let rows)? = FlightTableView.make(craft, model)?["rows"] else { return [] }
        return rows.compactMap { if case .object(let row) = $0 { row } else { nil } }
    }

    /// A field of the only row: its text, and its machine-readable value.
    private func cell(_ name: String, of flight: Flight) throws -> [TemplateValue?] {
        guard case .object(let cell)? = try rows([flight]).first?[FieldName(name)] else { return [] }
        return [cell["text"], cell["datetime"], cell["known"]]
    }

    @Test func theNewestLaunchStandsFirstOfOneMomentTheGreaterNumberAndThoseWithoutADateLast() throws {
        func flight(_ id: Flight.ID, _ net: String?) -> Flight {
            Flight(id: id, launch: Launch(name: "\(id)", net: net.flatMap { Timestamp(rfc3339: $0) }))
        }
        let flights = [
            flight(1, nil), flight(2, "2020-01-01T00:00:00Z"), flight(3, "2024-01-01T00:00:00Z"), flight(4, "2020-01-01T00:00:00Z"),
            flight(5, nil),
        ]
        #expect(try rows(flights).map { $0["name"] } == ["3", "4", "2", "5", "1"])
    }

    @Test(
        arguments: [
            ("Second", "30\u{A0}June 2026", "2026-06-30T16:05:00Z"), (nil, "30\u{A0}June 2026", "2026-06-30T16:05:00Z"),
            ("Hour", "30\u{A0}June 2026", "2026-06-30T16:05:00Z"), ("Afternoon", "30\u{A0}June 2026", "2026-06-30"),
            ("Day", "30\u{A0}June 2026", "2026-06-30"), ("Month", "June 2026", "2026-06"), ("Quarter 2", "quarter 2 of 2026", "2026"),
            ("Half 1", "half 1 of 2026", "2026"), ("Year", "2026", "2026"), ("Week", "about 30\u{A0}June 2026 (Week)", nil),
        ] as [(String?, String, String?)])
    func aLaunchIsDatedAsExactlyAsTheSourceKnows(precision: String?, text: String, datetime: String?) throws {
        let launch = Launch(name: "x", net: Timestamp(rfc3339: "2026-06-30T16:05:00Z"), netPrecision: precision)
        #expect(
            try cell("launched", of: Flight(id: 1, launch: launch)).map { $0.map(Messages.english.resolving) } == [
                .text(text), datetime.map(TemplateValue.text) ?? .null, true,
            ])
    }

    @Test(
        arguments: [
            (nil, "not recorded"), (Landing(), "not recorded"),
            (Landing(attempt: false, success: false, type: "Parachute"), "not attempted"),
            (Landing(attempt: true, success: true), "successful"), (Landing(success: false, landingLocation: "Sea"), "Sea, failed"),
            (Landing(attempt: true, landingLocation: "", type: "Splashdown"), "Splashdown"),
            (Landing(attempt: true, success: true, landingLocation: "Sea", type: "Splashdown"), "Splashdown, Sea, successful"),
        ] as [(Landing?, String)])
    func aLandingIsDescribedAsFarAsItIsRecorded(landing: Landing?, words: String) throws {
        #expect(try cell("landing", of: Flight(id: 1, landing: landing)).first??.english == words)
    }

    @Test func aLaunchProviderHasALinkWhereItHasAPage() throws {
        let flights = [Launch.Provider(id: 121, name: "Heronry"), .init(id: 44, name: "Launchers of the North")].map {
            Flight(id: RecordID($0.id.number), launch: Launch(launchServiceProvider: $0))
        }
        let providers = try rows(flights).map { row -> TemplateValue? in
            if case .object(let provider)? = row["provider"] { provider["path"] } else { nil }
        }
        #expect(providers == [.text("agencies/121-heronry/"), .null])
    }

    @Test func theCaptionCountsAndSaysInWhichOrder() throws {
        func caption(_ flights: [Flight]?) throws -> String? {
            let model = SiteModel(try Sample.input { $0.spacecraft[4].flights = flights })
            return FlightTableView.make(try #require(model.catalogue.spacecraft[id: 551]), model)?["caption"]?.english
        }
        #expect(try caption(nil) == nil)
        #expect(try caption([]) == nil)
        #expect(try caption([Flight(id: 1)]) == "Heron Freedom: 1\u{A0}flight")
        #expect(try caption(Sample.flights) == "Heron Freedom: 5\u{A0}flights, the newest first")
    }
}
