import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The small views that others are made of: plates, figures, facts, values, durations, charts, the pages before and after.
@Suite struct ElementViewTests {
    @Test func aPlateWithAllAndWithTheLeast() {
        let full = PlateView.make(
            kind: [PlateView.label("No. 1"), LinkView.make("Capsule", "types/1-capsule/")], name: "A", isCraft: true, serial: "S 1",
            silhouette: .upperStage, stamp: PlateView.stamp("Active", path: "s/", note: "now", isInSpace: true), isInSpace: true,
            mark: ["text": "new since"], figures: [FigureView.count("Craft", 1)])
        #expect(
            full.brief
                == #"""
                {"kind":[{"name":"No. 1"},{"name":"Capsule","path":"types/1-capsule/"}],"name":"A","is_ship":true,"serial":"S 1",\#
                "silhouette":"upper_stage","silhouette_label":"Drawing of an upper stage",\#
                "stamp":{"text":"Active","path":"s/","note":"now","alive":true},"alive":true,"mark":{"text":"new since"},\#
                "figures":[{"label":"Craft","text":"1","known":true}],"figures_style":""}
                """#)
        #expect(
            PlateView.make(kind: [], name: "A", silhouette: nil, figures: []).brief
                == #"{"kind":[],"name":"A","is_ship":false,"alive":false,"figures":[],"figures_style":""}"#)
    }

    @Test func aFigureSaysWhatIsNotKnown() {
        let day = CalendarDate(year: 2019, month: 3, day: 2)
        #expect(
            ([
                "figures": .objects([
                    FigureView.count("Count", 12_345, note: "n"), FigureView.count("Count", nil, note: "n"), FigureView.inSpaceNow(0),
                    FigureView.inSpaceNow(2), FigureView.duration("Time", ISODuration(seconds: 90), unknown: "none", note: "n"),
                    FigureView.duration("Time", .zero, unknown: "none", note: "n"), FigureView.duration("Time", nil, unknown: "never"),
                    FigureView.date("Day", day), FigureView.date("Day", nil),
                ])
            ] as TemplateObject).figures("figures") == [
                "Count: 12_345 (n)", "Count: [not recorded] (n)", "In space now: [none]", "In space now: 2", "Time: 1~min 30~s (n)",
                "Time: [none]", "Time: [never]", "Day: 2~March 2019", "Day: [not recorded]",
            ])
    }

    @Test func aScaleHasAMedianWhereThereIsSomethingToCompareWith() {
        #expect(FigureView.scale(1, median: 2, full: 4).brief == #"{"share":25,"median_share":50}"#)
        #expect(FigureView.scale(1, median: nil, full: 3).brief == #"{"share":33.3}"#)
    }

    @Test func aValueLinksToAPageToAnotherSiteOrToNothing() {
        let agency = Agency(id: 7, name: "A B")
        #expect(
            [
                ValueView.text("x"), ValueView.text(""), ValueView.text(nil), ValueView.unknown("none"), ValueView.truth(true),
                ValueView.date(CalendarDate(year: 2019, month: 3, day: 2)), ValueView.date(nil), ValueView.entity(agency),
                ValueView.entity(Agency?.none),
            ].map(\.brief) == [
                #"{"text":"x","known":true}"#, #"{"text":"not recorded","known":false}"#, #"{"text":"not recorded","known":false}"#,
                #"{"text":"none","known":false}"#, #"{"text":"yes","known":true}"#,
                #"{"text":"2~March 2019","datetime":"2019-03-02","known":true}"#, #"{"text":"not recorded","known":false}"#,
                #"{"text":"A B","path":"agencies/7-a-b/","known":true}"#, #"{"text":"not recorded","known":false}"#,
            ])
        #expect(ValueView.families([]).map(\.brief) == [#"{"text":"none recorded","known":false}"#])
    }

    @Test func aFactIsLeftOutWhereItsFormDoesNotGiveIt() {
        #expect(FactView.make("Part of", ifKnown: nil) == nil)
        #expect(FactView.make("Part of", ifKnown: "") == nil)
        #expect(FactView.make("Part of", ifKnown: "B")?.brief == #"{"label":"Part of","values":[{"text":"B","known":true}]}"#)
    }

    @Test(
        arguments: [
            (nil, true, #"{"absence":"none","share":0}"#), (0, true, #"{"absence":"none","share":0}"#),
            (90, false, #"{"absence":"none","share":0}"#),
            (90, true, #"{"datetime":"PT1M30S","seconds":90,"share":50,"doubt":"why"}"#),
        ] as [(Int?, Bool, String)])
    func aDurationIsForPeopleAndMachinesOrUnknown(seconds: Int?, isKnown: Bool, json: String) {
        let duration = seconds.map { ISODuration(seconds: $0) }
        #expect(DurationView.make(duration, isKnown: isKnown, absence: "none", full: 180, doubt: "why").brief == json)
    }

    @Test(
        arguments: [
            (nil, ""), (107, " Lark TM-23 is the filled mark."),
            (130, ""),
        ] as [(Spacecraft.ID?, String)])
    func theChartOfAConfigurationNamesTheCraftWhoseMarkIsFilled(craft: Spacecraft.ID?, end: String) throws {
        let site = ViewContext(try Sample.input())
        let drawing = try #require(site.fragments.ofConfiguration(2)?.spread.value)
        let view = SpreadView.make(drawing, marking: craft.flatMap { site.model.catalogue.spacecraft[id: $0] }, .english)
        #expect(view.text("heading") == "Time in space of each Lark TM")
        let chart = try #require(view.part("chart"))
        #expect(chart.text("id") == "spread-chart")
        #expect(chart.text("label") == "Chart: time in space of each Lark TM")
        #expect(
            chart.text("caption") == "One mark for each Lark TM whose time in space is recorded: 2 craft, from 178~d 22~h to 193~d 19~h."
                + end)
    }

    @Test func aConfigurationWithOneRecordedTimeHasNoChart() throws {
        let site = ViewContext(try Sample.input())
        #expect([1, 2, 3, 4].map { site.fragments.ofConfiguration($0)?.spread.value != nil } == [true, true, false, true])
    }

    @Test func thePagesBeforeAndAfterAreNamedWhereThereAreAny() {
        func view(_ position: Int, of names: [String]) -> String? {
            let agencies = names.enumerated().map { Agency(id: RecordID($0.offset + 1), name: $0.element) }
            return AdjacentPagesView.make(AdjacentPages(at: position, in: agencies, address: Address.page), label: "L")?.brief
        }
        #expect(view(0, of: ["A"]) == nil)
        #expect(view(0, of: ["A", "B"]) == #"{"label":"L","next":{"name":"B","path":"agencies/2-b/","is_ship":false}}"#)
        #expect(
            view(1, of: ["A", "B", "C"])
                == #"{"label":"L","previous":{"name":"A","path":"agencies/1-a/","is_ship":false},"next":{"name":"C","path":"agencies/3-c/","is_ship":false}}"#
        )
    }
}
