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
                "Spacecraft: 0", "In space now: [none]", "Configurations: 0", "Flights: 0", "Time in space, together: [not recorded]",
            ])
    }

    @Test(arguments: [
        (1, 1, "Craft in space now, longest first"), (20, 20, "Craft in space now, longest first"),
        (21, 20, "Craft in space now, longest first: 20 of 21"),
    ])
    func twentyCraftInSpaceAreShownTheLongestFirst(count: Int, shown: Int, caption: String) throws {
        let table = try view { $0.spacecraft = (1...count).map { craft(RecordID($0), days: $0) } }.part("in_space_now")?.part("craft_table")
        #expect(table?.text("caption") == caption)
        #expect(table?.items("rows").map { $0.text("name") } == (0..<shown).map { "Craft \(count - $0)" })
        #expect(table?.text("sorted_by") == "time_in_space")
    }

    @Test func withoutACraftInSpaceThereIsNoTableOfThem() throws {
        #expect(try view { $0.spacecraft[4].inSpace = false }["in_space_now"] == .null)
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
                "Data → data/: the register as JSON and CSV",
            ])
    }
}
