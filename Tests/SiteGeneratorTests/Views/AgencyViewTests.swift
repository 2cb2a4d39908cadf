import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct AgencyViewTests {
    private func view(_ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        try #require(ViewContext(Sample.input(change)).view(AgencyView.kind, address))
    }

    @Test func anAgencyHasItsFiguresOnItsPlate() throws {
        #expect(
            try view("agencies/121-heronry/").part("plate")?.brief
                == #"""
                {"kind":[{"name":"Agency 121"},{"name":"Commercial"}],"name":"Heronry","is_ship":false,"serial":"Short name Hry",\#
                "silhouette":"capsule","silhouette_label":"Drawing of a capsule","alive":true,"figures":[\#
                {"label":"Craft","text":"3","known":true},{"label":"In space now","text":"1","known":true},\#
                {"label":"Configurations","text":"2","known":true},{"label":"Families built","text":"2","known":true},\#
                {"label":"Founded","text":"2002","known":true,"note":"as the source has it"}],"figures_style":""}
                """#)
    }

    @Test func anAgencyWithoutCraftShortNameAndTypeHasLittleOnItsPlate() throws {
        let plate = try view("agencies/96-larkworks/").part("plate")
        #expect(plate?.items("kind").map { $0.text("name") } == ["Agency 96"])
        #expect(plate?["serial"] == .null)
        #expect(plate?.figures("figures") == ["Craft: 0", "In space now: [none]", "Configurations: 0", "Families built: 1"])
    }

    @Test(arguments: [
        (
            "agencies/121-heronry/",
            ["Kind: Commercial", "Country: United States of America", "Administrator: A. Person", "Launchers: Kite"]
        ),
        ("agencies/63-federal-space-agency-fsa/", ["Kind: Government"]), ("agencies/96-larkworks/", ["Kind: [not recorded]"]),
    ])
    func factsAreThoseThatTheFormOfTheRecordGives(address: String, facts: [String]) throws {
        #expect(try view(address).facts("facts") == facts)
    }

    @Test func anEmptyProfileSaysThatNothingIsRecorded() throws {
        let facts = try view("agencies/96-larkworks/") { $0.agencies[1].profile = .init() }.facts("facts")
        #expect(facts == ["Kind: [not recorded]", "Country: [not recorded]", "Administrator: [not recorded]"])
    }

    @Test func whatItHasNotIsNull() throws {
        let view = try view("agencies/96-larkworks/")
        for field in ["figure", "description_html", "configuration_table", "craft_table"] as [FieldName] {
            #expect(view[field] == .null, "\(field.text)")
        }
        #expect(
            view.text("page_description")
                == "Larkworks: 0 spacecraft in the register. With its configurations, its families and each of its craft.")
        #expect(
            view.part("neighbours")?.brief
                == #"{"label":"Previous and next agency by name","#
                + #""previous":{"name":"Heronry","path":"agencies/121-heronry/","is_ship":false}}"#)
    }
}
