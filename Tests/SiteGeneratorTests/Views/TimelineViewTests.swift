import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The flights along the years.
@Suite struct TimelineViewTests {
    private func time(_ text: String) -> Timestamp { Timestamp(rfc3339: text + "T00:00:00Z") ?? Sample.firstFetch }

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

    @Test func flightsAtTheSameTimeStandOneAboveTheOtherAndWhatGoesOnReachesTheEnd() {
        let spans = [
            FlightSpan(start: time("2020-01-01"), end: time("2021-01-01")), FlightSpan(start: time("2020-07-01"), end: nil),
            FlightSpan(start: time("2021-07-02"), end: time("2021-12-31")),
        ]
        let html = TimelineChart.make([.init(name: nil, spans: spans)], label: "Chart", .english)?.safeHTML.html ?? ""
        #expect(html.contains("<path class=\"span\" d=\"M4 7H476M711.4 7H946.7\"/><path class=\"span alive\" d=\"M238.7 13H948\"/>"))
        #expect(html.contains(">2020</text>") && html.contains(">2021</text>"))
        #expect(TimelineChart.make([.init(name: nil, spans: [])], label: "Chart", .english) == nil)
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
            } == ["2020 | 1 | 1", "2021 | 2 | 2", "2022 | 1 | 1"])
        #expect(view.part("timeline")?.part("chart")?.text("svg_html").contains(">Capsule</text>") == true)
        #expect(site.view(HomeView.kind, "")?["has_timeline"] == true)
        let none = ViewContext(try Sample.input())
        #expect(none.view(TimelineView.kind, "flights/") == nil)
        #expect(none.view(HomeView.kind, "")?["has_timeline"] == false)
    }
}
