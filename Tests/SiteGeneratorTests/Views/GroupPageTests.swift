import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The pages of statuses and types.
@Suite struct GroupPageTests {
    private func view(_ kind: PageKind, _ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject
    {
        try #require(ViewContext(Sample.input(change)).view(kind, address))
    }

    @Test func aStatusComparesItsCraftWithAll() throws {
        let view = try view(StatusView.kind, "statuses/4-single-use/")
        #expect(
            view.part("plate")?.brief
                == #"""
                {"kind":[{"name":"Status 4"}],"name":"Single Use","is_ship":false,"alive":false,"figures":[\#
                {"label":"Craft","text":"5","known":true,"note":"of 9 in the register","scale":{"share":55.5}},\#
                {"label":"In space now","text":"none","known":false}],"figures_style":""}
                """#)
        #expect(view.text("explanation") == "Built for one flight and not used again. A craft of this status may be in space now.")
        #expect(view.text("fleet_heading") == "All 5 in the register")
        #expect(
            view.text("page_description")
                == "5~spacecraft with the status Single Use. Each with its configuration, its flights and its time in space.")
        #expect(view.part("craft_table")?.text("caption") == "Craft with this status, by name")
    }

    @Test func aStatusThatNoTableExplainsIsNotExplained() throws {
        #expect(try view(StatusView.kind, "statuses/1-afloat/") { $0.statuses[0].name = "Afloat" }["explanation"] == .null)
    }

    @Test func aStatusWithoutCraftHasNoTable() throws {
        let view = try view(StatusView.kind, "statuses/5-under-construction/") { $0.spacecraft.removeAll { $0.statusID == 5 } }
        #expect(view.part("plate")?.figures("figures") == ["Craft: 0 (of 8 in the register)", "In space now: [none]"])
        #expect(view.text("fleet_heading") == "No craft in the register")
        #expect(view["craft_table"] == .null)
    }

    @Test func aTypeAddsUpItsCraftConfigurationsAndFlights() throws {
        let view = try view(TypeView.kind, "types/1-capsule/")
        #expect(
            view.part("plate")?.brief
                == #"""
                {"kind":[{"name":"Type 1"}],"name":"Capsule","is_ship":false,"silhouette":"capsule",\#
                "silhouette_label":"Drawing of a capsule","alive":false,"figures":[\#
                {"label":"Craft","text":"5","known":true},{"label":"Configurations","text":"2","known":true},\#
                {"label":"Flights","text":"12_353","known":true},{"label":"In space now","text":"1","known":true}],"figures_style":""}
                """#
        )
        #expect(view.text("title") == "Capsule, type – The Register")
        #expect(view.part("configuration_table")?.items("rows").map { $0.text("name") } == ["Heron Crew", "Lark TM"])
    }

    @Test func ofASecondPageATypeShowsTheCraftAlone() throws {
        let view = try view(TypeView.kind, "types/1-capsule/page/2/")
        #expect(view.text("title") == "Capsule, type, page 2 – The Register")
        #expect(view["configuration_table"] == .null)
        #expect(view.part("craft_table")?.items("rows").count == 2)
        #expect(
            view.part("craft_table")?.part("pager")?.brief
                == #"""
                {"first":4,"last":5,"total":5,"previous":{"path":"types/1-capsule/"},\#
                "pages":[{"number":1,"path":"types/1-capsule/","current":false},\#
                {"number":2,"path":"types/1-capsule/page/2/","current":true}]}
                """#)
    }
}
