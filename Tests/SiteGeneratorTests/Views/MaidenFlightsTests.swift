import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The maiden flights of configurations on the timelines.
@Suite struct MaidenFlightsTests {
    private static let flight = Flight(
        id: 1, missionEnd: Sample.day("2021-02-01"), launch: Launch(name: "L", net: Sample.day("2020-06-01")))
    private static let span = FlightSpan(start: Sample.day("2020-06-01"), end: Sample.day("2021-02-01"))

    private func flight(_ start: String, _ end: String) -> TimelineChart.Flight {
        .init(craft: 1, name: .text("Heron 1"), span: FlightSpan(start: Sample.day(start), end: Sample.day(end)))
    }

    private func maidenFlight(_ id: RecordID<Configuration>, _ name: String, _ date: String) throws -> MaidenFlight {
        let configuration = Configuration(id: id, name: name, agencyID: nil)
        return MaidenFlight(configuration: configuration, date: try #require(CalendarDate(iso8601: date)))
    }

    @Test func maidenFlightsAreMarksAboveTheFlightsWithNamesThatDoNotMeet() throws {
        let maidenFlights = [
            try maidenFlight(1, "Heron", "2018-01-01"), try maidenFlight(2, "Great Egret", "2018-03-01"),
            try maidenFlight(3, "Ibis", "2021-12-31"),
        ]
        let bands = [TimelineChart.Band(name: nil, flights: [flight("2020-01-01", "2021-01-01")])]
        let chart = TimelineChart(bands, maidenFlights: maidenFlights, until: nil, label: "Chart", .english)
        let html = try #require(chart?.svg.safeHTML.html).replacing("\u{a0}", with: " ")
        let marks = [
            #"<text x="0%" y="18">Maiden flights</text>"#,
            #"<circle class="mark" cx="0%" cy="35" r="4.5"><title>Heron: maiden flight 1 January 2018</title></circle>"#,
            #"<text class="name" x="0%" y="40" dx="10">Heron, 2018</text>"#,
            #"<circle class="mark" cx="4%" cy="53" r="4.5"><title>Great Egret: maiden flight 1 March 2018</title></circle>"#,
            #"<text class="name" x="4%" y="58" dx="10">Great Egret, 2018</text>"#,
            #"<circle class="mark" cx="99.9%" cy="35" r="4.5"><title>Ibis: maiden flight 31 December 2021</title></circle>"#,
            #"<text class="name" x="99.9%" y="40" dx="-10" text-anchor="end">Ibis, 2021</text></svg>"#,
        ]
        #expect(html.hasSuffix(marks.joined()))
        #expect(html.contains(">2018</text>") && html.contains("M500 "))
    }

    @Test(
        arguments: [
            // A name at the end stands before its mark; on a telephone it would meet the one before it, so it has a line of its own.
            ([(0, 10), (500, 10), (990, 10)], ["0 start all", "0 start all", "1 end all"]),
            ([(0, 10), (200, 10)], ["0 start all", "1 start all"]),
            ([(100, 10), (100, 10), (110, 10)], ["0 start all", "1 start all", "2 start all"]),
            // Wider than a telephone, and wider than any drawing.
            ([(100, 40)], ["0 start wide"]), ([(300, 100)], ["0 none"]),
        ] as [([(Int, Int)], [String])])
    func aNameStandsBesideItsMarkOnTheFirstLineThatHasRoomForIt(marks: [(Int, Int)], places: [String]) {
        let lines = MarkLines(marks.map { (Double($0.0), 7.5 * Double($0.1)) })
        let drawn = lines.places.map { place -> String in
            guard let anchor = place.anchor else { return "\(place.line) none" }
            return "\(place.line) \(anchor.rawValue) \(place.isForAll ? "all" : "wide")"
        }
        #expect(drawn == places)
    }

    @Test func theMaidenFlightsOfAnAgencyStandInATableToo() throws {
        let site = ViewContext(
            try Sample.input(
                { contents in
                    for index in contents.spacecraft.indices { contents.spacecraft[index].flights = [] }
                    contents.spacecraft[0].flights = [Self.flight]
                    for index in contents.configurations.indices {
                        var details = Configuration.Details()
                        details.maidenFlight = CalendarDate(year: 2035 - 5 * index, month: 3, day: 2)
                        contents.configurations[index].details = details
                    }
                }, history: [], dataDate: .fetched(Sample.day("2026-02-01"))))
        let craft = try #require(site.model.catalogue.spacecraft[id: Sample.spacecraft[0].id])
        let configuration = try #require(site.model.configuration(of: craft))
        let agency = try #require(site.model.agency(of: configuration))
        let known = MaidenFlight.known(
            of: Array(site.model.catalogue.configurations(ofAgency: agency.id)),
            beside: [Self.span], until: CalendarDate(year: 2026, month: 2, day: 1))
        let timeline = try #require(site.view(AgencyView.kind, Address.page(of: agency))?.part("timeline"))
        let table = try #require(timeline.part("maiden_flights")?.part("count_table"))
        #expect(!known.isEmpty && known.allSatisfy { $0.date.year <= 2026 })
        #expect(table.items("rows").map { $0.text("name") } == known.map { $0.configuration.name })
        let drawing = try #require(timeline.part("chart")?.text("svg_html"))
        // Two years of flights, and two more before and after them.
        let drawn = known.filter { (2018...2023).contains($0.date.year) }
        #expect(drawing.components(separatedBy: "<circle").count - 1 == drawn.count)
        // The plate of a configuration has the date of its own.
        #expect(site.view(ConfigurationView.kind, Address.page(of: configuration))?.part("timeline")?["maiden_flights"] == nil)
    }

    @Test(
        arguments: [
            // With a date of the data, what had been flown on that day; without one, what is no later than the flights.
            ("2026-12-01", ["2019-05-01", "2021-12-31", "2026-12-01"]), (nil, ["2019-05-01", "2021-12-31"]),
        ] as [(String?, [String])])
    func whatIsPlannedIsNoMaidenFlight(dataDay: String?, dates: [String]) throws {
        let configurations = ["2027-02-01", "2026-12-02", "2026-12-01", "2021-12-31", "2019-05-01"].enumerated().map { index, date in
            var details = Configuration.Details()
            details.maidenFlight = CalendarDate(iso8601: date)
            return Configuration(id: RecordID(index + 1), name: "Heron \(index)", agencyID: nil, details: details)
        }
        let spans = [Self.span]
        let day = dataDay.flatMap { CalendarDate(iso8601: $0) }
        #expect(MaidenFlight.known(of: configurations, beside: spans, until: day).map(\.date.iso8601) == dates)
        #expect(MaidenFlight.known(of: configurations, beside: [], until: day).isEmpty)
    }

    @Test func aPageIsMadeAgainWhenAPlannedMaidenFlightHasBeenFlown() throws {
        func inputs(_ dataDate: String) throws -> [String: UInt64?] {
            let model = SiteModel(
                try Sample.input(
                    { contents in
                        for index in contents.spacecraft.indices {
                            contents.spacecraft[index].inSpace = false
                            contents.spacecraft[index].flights = [Self.flight]
                        }
                        for index in contents.configurations.indices {
                            var details = Configuration.Details()
                            details.maidenFlight = CalendarDate(year: 2027, month: 2, day: 1)
                            contents.configurations[index].details = details
                        }
                    }, dataDate: .fetched(Sample.day(dataDate))))
            let plan = SitePlan(
                model, Orders(model), PageInputs(model), assets: model.input.theme.publishedAssets, sitemapLimit: SitemapView.maximumPages)
            return Dictionary(plan.files.map { ($0.address, $0.inputs) }) { first, _ in first }
        }
        let (before, same, after) = (try inputs("2026-12-01"), try inputs("2027-01-01"), try inputs("2027-03-01"))
        for address in ["agencies/121-heronry/", "configurations/1-heron-crew/"] {
            let inputs = try [before, same, after].map { try #require($0[address]) }
            #expect(inputs[0] == inputs[1] && inputs[1] != inputs[2])
        }
    }

    @Test func maidenFlightsFarFromTheFlightsAreNoMarks() throws {
        let bands = [TimelineChart.Band(name: nil, flights: [flight("1962-01-01", "1971-01-01")])]
        let dates = ["1912-01-01", "1957-10-04", "1991-01-01", "1992-01-01"]
        let maidenFlights = try dates.enumerated().map { try maidenFlight(RecordID($0 + 1), "Heron \($1)", $1) }
        let html = TimelineChart(bands, maidenFlights: maidenFlights, until: nil, label: "Chart", .english)?.svg.safeHTML.html ?? ""
        #expect(html.matches(of: #/<title>Heron (\d{4})\S*: maiden/#).map(\.1) == ["1957", "1991"])
    }

    @Test func moreMaidenFlightsThanMarksStandInTheTableAlone() throws {
        let bands = [TimelineChart.Band(name: nil, flights: [flight("2000-01-01", "2020-01-01")])]
        for (count, marks) in [(60, 60), (61, 0)] {
            let maidenFlights = try (1...count).map { try maidenFlight(RecordID($0), "Heron \($0)", "2010-01-01") }
            let html = TimelineChart(bands, maidenFlights: maidenFlights, until: nil, label: "Chart", .english)?.svg.safeHTML.html ?? ""
            #expect(html.ranges(of: "<circle").count == marks)
        }
        // Where no line has room, they meet on all lines alike.
        let lines = MarkLines(Array(repeating: (500, 75), count: 60)).places.map(\.line)
        #expect((0..<12).map { line in lines.count { $0 == line } } == Array(repeating: 5, count: 12))
    }
}
