import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct HomeViewTests {
    private func view(history: [DatedChange]? = nil, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        try #require(ViewContext(Sample.input(change, history: history)).view(HomeView.kind, ""))
    }

    private func craft(_ id: Spacecraft.ID, days: Int) -> Spacecraft {
        Spacecraft(
            id: id, name: "Craft \(id)", inSpace: true, timeInSpace: ISODuration(seconds: days * 86_400), flightsCount: 1, statusID: 1,
            configurationID: 1)
    }

    @Test func theFiguresAreThoseOfAllCraft() throws {
        #expect(
            try view().figures("figures") == [
                "Spacecraft: 9", "In space now: 1", "Configurations: 4", "Flights: 12_355",
                "Time in space, together: 1007~d 23~h (where it is recorded)",
            ])
    }

    @Test func withoutARecordTheFiguresSaySo() throws {
        #expect(
            try view(history: []) { $0 = CatalogueContents() }.figures("figures") == [
                "Spacecraft: 0", "In space now: none", "Configurations: 0", "Flights: 0", "Time in space, together: [not recorded]",
            ])
    }

    /// The pictures on the page, each with the craft that it stands for.
    private func cards(_ view: TemplateObject, _ name: FieldName) -> [String] {
        view.items(name).map { card in
            ([card.part("heading")?.text("name") ?? ""] + card.items("craft").map { $0.text("name") }).joined(separator: ", ")
        }
    }

    @Test func whatIsInSpaceIsShownInPicturesTheLongestFirst() throws {
        let view = try view { contents in
            contents.spacecraft = (1...3).map { craft(RecordID($0), days: $0) }
            contents.spacecraft[1].imageID = 20
        }
        #expect(cards(view, "in_space_now") == ["Heron Crew, Craft 3, Craft 1", "Craft 2"])
        #expect(view.items("in_space_now").map { $0["eager"] } == [true, false])
        #expect(view.items("from_register").allSatisfy { $0["eager"] != true })
    }

    @Test func whereLittleIsInSpaceOtherPicturesOfTheRegisterAreShownToo() throws {
        #expect(cards(try view(), "in_space_now") == ["Heron Freedom"])
        let register = cards(try view(), "from_register")
        #expect(
            register.map { String($0.prefix(26)) } == [
                "</title><script>alert(\"1\")", "Lark TM, Lark TM-4, Lark T", "Lark TM-5", "Very long name of a craft,",
            ])
        let none = try view { $0.spacecraft[4].inSpace = false }
        #expect(none["in_space_now"] == .list([]))
        let many = try view { contents in
            contents.spacecraft = (1...4).map { craft(RecordID($0), days: $0) }
            for index in 0..<4 { contents.spacecraft[index].imageID = [20, 30, 80, 60][index] }
        }
        #expect(many["from_register"] == .list([]))
    }

    @Test func aChartNeedsTwoFlownCraft() throws {
        #expect(try view { $0.spacecraft = [craft(1, days: 1)] }["time_chart"] == .null)
        let chart = try view { $0.spacecraft = [craft(1, days: 1), craft(2, days: 2)] }.part("time_chart")?.part("chart")
        #expect(
            chart?.text("caption")
                == "Each flown craft of the register: days in space across, days docked up. A craft cannot be docked for longer than it was in space. The figures are in the table of spacecraft."
        )
    }

    @Test func whatTheFirstFetchBroughtIsNoNewsOfALaterOneTheLastEightChangesAre() throws {
        #expect(try view(history: Sample.history.filter { $0.date == Sample.firstFetch })["changes"] == .null)
        #expect(try view(history: [])["changes"] == .null)
        #expect(
            try view().part("changes")?.items("items").map { "\($0.text("kind")) \($0.text("name"))" } == [
                "family changed Heron 2", "gone Wren", "changed Heron Freedom", "changed Lark TM-4",
            ])
        let changes = (1...9).map { Change(EntityKey(.spacecraft, $0), name: "Craft \($0)", event: .appeared) }
        let history = Sample.history.prefix(1) + changes.map { DatedChange(date: Sample.lastFetch, change: $0) }
        #expect(
            try view(history: Array(history)).part("changes")?.items("items").map { $0.text("name") }
                == (2...9).reversed().map { "Craft \($0)" })
    }

    @Test func craftAreCountedByTypeAndByStatusTheMostFirst() throws {
        let view = try view()
        func rows(_ name: FieldName) -> [String]? {
            view.part(name)?.part("count_table")?.items("rows").map { "\($0.text("name")): \($0.text("count"))" }
        }
        #expect(rows("by_type") == ["Capsule: 5", "Cargo Resupply: 4"])
        #expect(rows("by_status") == ["Single Use: 5", "Active: 3", "Under construction: 1"])
    }

    @Test func theWaysIntoTheSiteCountWhatIsThere() throws {
        #expect(
            try view().items("ways_in").map { "\($0.text("name")) → \($0.text("path")): \($0.text("note"))" } == [
                "Spacecraft → spacecraft/: 9 craft, in six orders", "Configurations → configurations/: 4~designs and who operates them",
                "Agencies → agencies/: 3~operators and builders", "Families → families/: how the designs descend from one another",
                "Types → types/: capsules, spaceplanes, cargo craft and others", "Statuses → statuses/: what became of each craft",
                "Records → records/: longest, most, fastest", "Credits → credits/: every picture, its author and its licence",
                "Data → data/: the register as JSON, CSV, and SQLite",
            ])
    }
}
