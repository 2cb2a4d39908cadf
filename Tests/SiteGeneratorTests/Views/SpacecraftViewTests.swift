import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct SpacecraftViewTests {
    private func view(_ id: Spacecraft.ID, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        let site = ViewContext(try Sample.input(change))
        return SpacecraftView.view(at: CraftPosition(try #require(site.model.spacecraftByName.firstIndex { $0.id == id })), site)
    }

    private func craft(_ id: Spacecraft.ID) -> Spacecraft { Spacecraft(id: id, name: "Craft \(id)", statusID: 4, configurationID: 2) }

    @Test(
        arguments: [
            (
                551,
                [
                    "Serial number: C212", "Configuration: Heron Crew → configurations/1-heron-crew/ (in use)",
                    "Family: Heron → families/2-heron/; Heron 2 → families/3-heron-2/", "Type: Capsule → types/1-capsule/",
                    "Agency: Heronry → agencies/121-heronry/", "Status: Active → statuses/1-active/", "In space now: yes",
                    "Last change of the record: 1~March 2026",
                ]
            ),
            (
                318,
                [
                    "Serial number: [not recorded]", "Configuration: Finch-M → configurations/4-finch-m/ (no longer in use)",
                    "Family: [none recorded]", "Type: Cargo Resupply → types/2-cargo-resupply/",
                    "Agency: Federal Space Agency (FSA) → agencies/63-federal-space-agency-fsa/",
                    "Status: Single Use → statuses/4-single-use/",
                    "In space now: no", "Last change of the record: 1~January 2026",
                ]
            ),
        ] as [(Spacecraft.ID, [String])])
    func aCraftHasItsOwnFactsAndThoseOfItsConfiguration(id: Spacecraft.ID, facts: [String]) throws {
        #expect(try view(id).facts("facts") == facts)
    }

    @Test func aConfigurationThatNeverFlewIsNotInUseRatherThanNoLonger() throws {
        #expect(try view(700).facts("facts")[1] == "Configuration: Heron XL → configurations/3-heron-xl/ (not in use)")
    }

    @Test(
        arguments: [
            (551, []),
            (
                126,
                [
                    "The source gives 363~d 13~h docked but only 178~d 22~h in space. Both cannot be right; they are shown as recorded."
                ]
            ), (130, ["The source counts a flight but gives no time in space: read it as not recorded."]),
            (700, ["This record is a placeholder: it stands for a craft that is not yet named or built."]),
        ] as [(Spacecraft.ID, [String])])
    func whatCannotBeRightIsDoubted(id: Spacecraft.ID, doubts: [String]) throws {
        #expect(try view(id).items("doubts").map { $0.text("text") } == doubts)
    }

    /// The page of one of this number of craft: the craft shown near it, and the link to all.
    @Test(
        arguments: [
            (2, 1, "Craft 1, Craft 2", nil), (7, 7, "Craft 1, Craft 2, Craft 3, Craft 4, Craft 5, Craft 6, Craft 7", nil),
            (9, 1, "Craft 1, Craft 2, Craft 3, Craft 4, Craft 5, Craft 6, Craft 7", "All 9 Lark TM craft"),
            (9, 5, "Craft 2, Craft 3, Craft 4, Craft 5, Craft 6, Craft 7, Craft 8", "All 9 Lark TM craft"),
            (9, 9, "Craft 3, Craft 4, Craft 5, Craft 6, Craft 7, Craft 8, Craft 9", "All 9 Lark TM craft"),
        ] as [(Int, Spacecraft.ID, String, String?)])
    func aCraftIsShownWithThreeBeforeAndThreeAfterIt(count: Int, id: Spacecraft.ID, names: String, more: String?) throws {
        let siblings = try view(id) { $0.spacecraft = (1...count).map { craft(RecordID($0)) } }.part("siblings")
        #expect(siblings?.part("craft_table")?.items("rows").map { $0.text("name") }.joined(separator: ", ") == names)
        #expect(siblings?.part("more")?.text("name") == more)
        #expect(siblings?.text("heading") == "Other Lark TM near it in the register")
    }

    @Test func theOnlyCraftOfItsConfigurationHasNoOthersBesideIt() throws {
        #expect(try view(700)["siblings"] == .null)
    }

    @Test func thePictureOfTheConfigurationIsSaidToBeThat() throws {
        #expect(
            try view(126).part("figure")?.text("reused_from") == "Picture of the configuration Lark TM, not of this craft alone.")
        #expect(try view(551).part("figure")?["reused_from"] == .null)
        #expect(try view(700).part("figure")?.text("alt") == "Drawing of a cargo craft in place of a picture of Heron XL")
    }

    @Test func theDescriptionIsTheSourcesOrSaysWhatTheCraftIs() throws {
        #expect(
            try view(126).text("page_description")
                == "Lark TM-4: a craft of the configuration Lark TM. Fourth flight. Docked twice.")
        #expect(try view(551).text("page_description") == "Heron Freedom: a craft of the configuration Heron Crew.")
        #expect(try view(551)["description_html"] == .null)
    }
}
