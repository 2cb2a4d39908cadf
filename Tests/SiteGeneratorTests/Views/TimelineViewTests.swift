import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The flights along the years.
@Suite struct TimelineViewTests {
    private let time = Sample.day

    private func flight(_ id: RecordID<Flight>, _ launched: String, ended: String? = nil, days: Int? = nil, status: String? = nil) -> Flight
    {
        Flight(
            id: id, missionEnd: ended.map(time), duration: days.map { ISODuration(seconds: $0 * 86_400) },
            launch: Launch(name: "L", net: time(launched), status: status))
    }

    private func spans(_ flights: [Flight], isInSpace: Bool = false) -> [String] {
        let craft = Spacecraft(id: 1, name: "C", inSpace: isInSpace, configurationID: 1, flights: flights)
        return FlightSpan.spans(of: craft).map { "\($0.start.date.iso8601) \($0.end?.date.iso8601 ?? "goes on")" }
    }

    @Test func aFlightIsShownFromItsLaunchToItsEndOrForItsDuration() {
        #expect(
            spans([flight(1, "2020-01-01", ended: "2020-03-01"), flight(2, "2021-01-01", days: 10), flight(3, "2022-01-01")]) == [
                "2020-01-01 2020-03-01", "2021-01-01 2021-01-11",
            ])
    }

    @Test func theLastFlightOfACraftInSpaceGoesOnButNotOneThatIsStillToCome() {
        #expect(
            spans([flight(1, "2020-01-01"), flight(2, "2021-01-01"), flight(3, "2027-01-01", status: "To Be Confirmed")], isInSpace: true)
                == [
                    "2021-01-01 goes on"
                ])
    }

    @Test func theFetchesSayWhenACraftWithoutFlightsWasInSpace() {
        let states = [("2020-01-01", false), ("2020-02-01", true), ("2020-04-01", false), ("2021-01-01", true)].map { (time($0), $1) }
        let over = FlightSpan(start: time("2020-02-01"), end: time("2020-04-01"), isSeen: true)
        let open = FlightSpan(start: time("2021-01-01"), end: nil, isSeen: true)
        #expect(FlightSpan.spans(seen: states, isInSpace: true) == [over, open])
        // It was removed meanwhile, and is on the ground.
        #expect(FlightSpan.spans(seen: states, isInSpace: false) == [over])
        // It was removed on its first flight, and is on another.
        #expect(FlightSpan.spans(seen: [(time("2020-02-01"), true), (time("2021-01-01"), true)], isInSpace: true) == [open])
    }

    @Test func onlyEqualFlightsHaveNoOrder() {
        let (start, end) = (time("2020-01-01"), time("2020-02-01"))
        let spans = [
            FlightSpan(start: start, end: end), FlightSpan(start: start, end: end, isSeen: true),
            FlightSpan(start: start, precision: "Day", end: end), FlightSpan(start: start, precision: "Month", end: end),
            FlightSpan(start: start, end: nil), FlightSpan(start: time("2020-01-02"), end: time("2020-01-03")),
        ]
        #expect(spans.reversed().sorted() == spans)
        #expect(spans.indices.allSatisfy { left in spans.indices.allSatisfy { (spans[left] < spans[$0]) == (left < $0) } })
    }

    private func flights(of craft: RecordID<Spacecraft>, _ spans: (String, String?)...) -> [TimelineChart.Flight] {
        spans.map { .init(craft: craft, name: .text("Heron \(craft)"), span: FlightSpan(start: time($0), end: $1.map(time))) }
    }

    private func html(_ flights: [TimelineChart.Flight], hasNames: Bool) -> String {
        let bands = [TimelineChart.Band(name: nil, flights: flights)]
        return TimelineChart(bands, until: nil, label: "Chart", hasNames: hasNames, .english)?.svg.safeHTML.html ?? ""
    }

    @Test func flightsAtTheSameTimeStandOneAboveTheOtherAndWhatGoesOnReachesTheEnd() {
        let flights = flights(of: 1, ("2020-01-01", "2021-01-01"), ("2020-07-01", nil), ("2021-07-02", "2021-12-31"))
        let html = html(flights, hasNames: false).replacing("\u{a0}", with: " ")
        #expect(
            html.contains(
                #"<g class="span"><path d="M0 7H500"><title>Heron 1: 1 January 2020 to 1 January 2021</title></path>"#
                    + #"<path d="M749.3 7H998.6"><title>Heron 1: 2 July 2021 to 31 December 2021</title></path></g>"#
                    + #"<g class="span alive"><path d="M248.6 13H1000"><title>Heron 1: since 1 July 2020, going on</title></path></g>"#))
        #expect(html.contains(">2020</text>") && html.contains(">2021</text>"))
        #expect(TimelineChart([.init(name: nil, flights: [])], until: 2026, label: "Chart", .english) == nil)
    }

    @Test func fewCraftHaveALineEachWithTheirNames() {
        let html = html(
            flights(of: 2, ("2021-10-01", "2021-11-01")) + flights(of: 1, ("2020-01-01", "2020-02-01"), ("2020-03-01", "2020-04-01")),
            hasNames: true)
        #expect(html.contains(#"<text class="name" x="0%" y="16">Heron 1</text>"#))
        #expect(html.contains(#"<text class="name" x="91.6%" y="38" text-anchor="end">Heron 2</text>"#))
        #expect(html.contains(#"d="M0 23H42.3""#) && html.contains(#"d="M82 23H124.3""#) && html.contains(#" 45H"#))
    }

    @Test func moreCraftThanNamesFitStandInAsFewLinesAsTheyFitIn() {
        let flights = (1...25).flatMap { self.flights(of: RecordID($0), ("20\($0 + 10)-01-01", "20\($0 + 10)-02-01")) }
        let html = html(flights, hasNames: true)
        #expect(!html.contains("Heron 1</text>"))
        #expect(html.hasPrefix(#"<svg class="broad" width="100%" height="40""#))
    }

    @Test func aFlightStandsInTheFirstLineThatIsFree() {
        let times = [
            ("2010-01-01", "2012-01-01"), ("2011-01-01", "2011-06-01"), ("2011-02-01", "2014-01-01"), ("2012-06-01", "2013-01-01"),
            ("2012-07-01", "2013-03-01"), ("2012-08-01", "2012-12-01"), ("2013-06-01", "2014-01-01"),
        ]
        let html = html(times.indices.flatMap { flights(of: RecordID($0 + 1), times[$0]) }, hasNames: false)
        let lines = html.matches(of: #/ (\d+)H[\d.]+"><title>(Heron \d)/#).map { "\($0.1) \($0.2)" }
        #expect(lines == ["7 Heron 1", "7 Heron 4", "7 Heron 7", "13 Heron 2", "13 Heron 5", "19 Heron 3", "25 Heron 6"])
    }

    @Test func moreFlightsThanWordsAreOnePathAndTheTableOfYearsIsRead() {
        let many = (0..<201).flatMap { flights(of: 1, ("20\($0 % 20 + 10)-01-01", "20\($0 % 20 + 10)-02-01")) }
        let chart = TimelineChart([.init(name: nil, flights: many)], until: nil, label: "Chart", hasNames: false, .english)
        #expect(chart?.years == "2010 2029")
        #expect(chart?.svg.safeHTML.html.contains("<title>") == false)
    }

    @Test func aRegisterWithFlightsHasAPageOfThemByTypeAndByYear() throws {
        let site = ViewContext(
            try Sample.input { contents in
                contents.spacecraft[0].flights = [flight(1, "2020-06-01", ended: "2021-02-01"), flight(2, "2021-05-01", days: 3)]
                contents.spacecraft[4].flights = [flight(3, "2021-01-01", ended: "2021-01-02"), flight(4, "2022-01-01")]
            })
        let view = try #require(site.view(TimelineView.kind, "flights/"))
        #expect(
            view.part("count_table")?.items("rows").map { row in
                ([row.text("name")] + row.items("cells").map { $0.text("text") } + [row.text("count")]).joined(separator: " | ")
            } == ["2020 | 1 | 1", "2021 | 2 | 2", "2022 | 1 | 1", "2023 | 0 | 1", "2024 | 0 | 1", "2025 | 0 | 1", "2026 | 0 | 1"])
        #expect(view.part("timeline")?.part("chart")?.text("svg_html").contains(">Capsule</text>") == true)
        #expect(site.view(HomeView.kind, "")?["has_timeline"] == true)
        let none = ViewContext(try Sample.input())
        #expect(none.view(TimelineView.kind, "flights/") == nil)
        #expect(none.view(HomeView.kind, "")?["has_timeline"] == false)
    }

    @Test func aFlightThatGoesOnLastsUntilTheYearOfTheData() throws {
        let input = try Sample.input(
            { contents in
                contents.spacecraft[0].inSpace = true
                contents.spacecraft[0].flights = [flight(1, "2022-11-20")]
            }, history: [], dataDate: .fetched(time("2026-02-01")))
        let site = ViewContext(input)
        let craft = try #require(site.model.catalogue.spacecraft[id: Sample.spacecraft[0].id])
        let configuration = try #require(site.model.configuration(of: craft))
        let flights = try #require(site.view(TimelineView.kind, "flights/"))
        #expect(rows(flights) == ["2022 | 1 | 1", "2023 | 0 | 1", "2024 | 0 | 1", "2025 | 0 | 1", "2026 | 0 | 1"])
        let views = [
            flights, site.view(ConfigurationView.kind, Address.page(of: configuration)),
            site.view(SpacecraftView.kind, Address.page(of: Spacecraft.self, craft.id, craft.name)),
        ]
        for view in views {
            let drawing = try #require(view?.part("timeline")?.part("chart")?.text("svg_html"))
            #expect(drawing.contains(#"d="M177"#) && drawing.contains("H1000") && drawing.contains(">2026</text>"))
        }
    }

    private func rows(_ timeline: TemplateObject?) -> [String] {
        timeline?.part("count_table")?.items("rows").map { row in
            ([row.text("name")] + row.items("cells").map { $0.text("text") } + [row.text("count")]).joined(separator: " | ")
        } ?? []
    }

    @Test func aConfigurationAndAnAgencyShowWhoWasInSpaceWhen() throws {
        let site = ViewContext(
            try Sample.input(
                { contents in
                    for index in contents.spacecraft.indices { contents.spacecraft[index].flights = [] }
                    contents.spacecraft[0].flights = [flight(1, "2020-06-01", ended: "2021-02-01")]
                    contents.spacecraft[1].flights = [flight(2, "2019-01-01", days: 3)]
                    contents.spacecraft[1].configurationID = contents.spacecraft[0].configurationID
                }, history: []))
        let craft = try #require(site.model.catalogue.spacecraft[id: Sample.spacecraft[0].id])
        let configuration = try #require(site.model.configuration(of: craft))
        let view = try #require(site.view(ConfigurationView.kind, Address.page(of: configuration)))
        #expect(
            rows(view.part("timeline")) == [
                "\(Sample.spacecraft[1].name) | 1~January 2019 | 4~January 2019 | 3~d",
                "\(craft.name) | 1~June 2020 | 1~February 2021 | 245~d",
            ])
        let agency = try #require(site.model.agency(of: configuration))
        let drawing = try #require(site.view(AgencyView.kind, Address.page(of: agency))?.part("timeline")?.part("chart")?.text("svg_html"))
        #expect(drawing.contains(">\(configuration.name)</text>"))
        #expect(drawing.contains(">\(craft.name): 1\u{a0}June 2020 to 1\u{a0}February 2021</title>"))
    }

    @Test func withoutFlightsTheFetchesSayWhoWasInSpaceWhen() throws {
        let craft = Sample.spacecraft[0]
        func change(_ date: String, to state: String?) -> DatedChange {
            DatedChange(
                date: time(date),
                change: Change(
                    EntityKey(craft.id), name: craft.name, event: .changed([FieldChange(field: "in_space", from: nil, to: state)])))
        }
        // The source may also cease to say where it is.
        for state in ["false", nil] {
            let site = ViewContext(try Sample.input(history: [change("2026-01-05", to: "true"), change("2026-02-01", to: state)]))
            let configuration = try #require(site.model.configuration(of: craft))
            let timeline = try #require(site.view(ConfigurationView.kind, Address.page(of: configuration))?.part("timeline"))
            #expect(rows(timeline) == ["\(craft.name) | 5~January 2026 | 1~February 2026 | 27~d"])
            #expect(timeline.part("chart")?["caption"] == .message("timeline.fleet_caption", ["is_seen": true]))
        }
    }

    @Test func nothingIsShownWhereNothingIsKnown() throws {
        let site = ViewContext(try Sample.input(history: []))
        let configuration = site.model.configurationsByName[0]
        #expect(site.view(ConfigurationView.kind, Address.page(of: configuration))?["timeline"] == TemplateValue.null)
    }
}
