import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct FamilyViewTests {
    private func view(_ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        try #require(ViewContext(Sample.input(change)).view(FamilyView.kind, address))
    }

    @Test(arguments: [
        (
            "families/1-lark/",
            [
                "Builder: Larkworks → agencies/96-larkworks/", "Parent family: [none recorded]", "Maiden flight: 28~November 1966",
            ]
        ),
        (
            "families/2-heron/",
            [
                "Builder: Heronry → agencies/121-heronry/", "Parent family: [none recorded]",
                "Families below it: Heron 2 → families/3-heron-2/", "Maiden flight: [not recorded]",
            ]
        ),
        (
            "families/3-heron-2/",
            [
                "Builder: Heronry → agencies/121-heronry/", "Parent family: Heron → families/2-heron/", "Maiden flight: [not recorded]",
            ]
        ),
    ])
    func aFamilySaysWhoBuildsItAndWhatStandsAboveAndBelowIt(address: String, facts: [String]) throws {
        #expect(try view(address).facts("facts") == facts)
    }

    @Test func theSourcesOwnCountersFollowWhereTheFormGivesThem() throws {
        let facts = try view("families/1-lark/") {
            $0.families[0].statistics = FlightStatistics()
            $0.families[0].statistics?.spacecraftFlown = 1_234
        }.facts("facts")
        #expect(facts.last == "Craft flown, by the source: 1234")
    }

    @Test func aFamilyCountsTheCraftAndConfigurationsOfThoseBelowIt() throws {
        #expect(
            try view("families/2-heron/").part("plate")?.figures("figures") == [
                "Craft: 3", "Configurations: 2", "Maiden flight: [not recorded]", "In space now: 1",
            ])
        #expect(try view("families/2-heron/").part("plate")?["alive"] == true)
    }

    @Test func aFamilyWithoutConfigurationsHasNoTables() throws {
        let view = try view("families/1-lark/") { $0.configurations[1].familyIDs = [] }
        #expect(view["configuration_table"] == .null)
        #expect(view["craft_table"] == .null)
        #expect(view.part("plate")?.figures("figures").prefix(2) == ["Craft: 0", "Configurations: 0"])
    }

    @Test func configurationsAreOnTheFirstPageOfTheCraftAlone() throws {
        let craft = (1...4).map { Spacecraft(id: RecordID($0), name: "Craft \($0)", statusID: 4, configurationID: 2) }
        let first = try view("families/1-lark/") { $0.spacecraft = craft }
        let second = try view("families/1-lark/page/2/") { $0.spacecraft = craft }
        #expect(first.part("configuration_table")?.text("caption") == "Configurations of the family and of those below it, by name")
        #expect(second["configuration_table"] == .null)
        #expect(second.text("title") == "Lark, family, page 2 – The Register")
        #expect(second.part("craft_table")?.items("rows").map { $0.text("name") } == ["Craft 4"])
    }
}
