import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The lists of craft, configurations and agencies in pictures, and the page of what is in space.
@Suite struct PicturesViewTests {
    private func view(_ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        try #require(ViewContext(Sample.input(change)).view(PicturesView.kind, address))
    }

    /// The cards of a page: `heading (what is beside it): craft; sentence`.
    private func cards(_ view: TemplateObject) -> [String] {
        view.items("cards").map { card in
            let detail = card.text("detail")
            let craft = card.items("craft").map { $0.text("name") }.joined(separator: ", ")
            let more = card.part("more")?.text("name") ?? ""
            return [
                (card.part("heading")?.text("name").prefix(12) ?? "") + (detail.isEmpty ? "" : " (\(detail))"), craft, more,
                card.text("shared"),
            ].filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    @Test func theCraftOfAConfigurationEachWithItsOwnPictureAndTheOthersTogether() throws {
        let view = try view("configurations/2-lark-tm/pictures/")
        #expect(
            cards(view) == [
                "Lark TM; Lark TM-4, Lark TM-23; The picture of the configuration, for 2~craft without one of their own.", "Lark TM-5",
            ])
        #expect(view.text("title") == "Lark TM, configuration, pictures – The Register")
        #expect(
            view.text("page_description")
                == "Pictures of the configuration Lark TM: 3~craft, each picture with its author and its licence.")
        #expect(view.part("breadcrumbs")?.items("items").map { $0.text("name") } == ["Configurations", "Lark TM", "Pictures"])
        #expect(
            view.part("views")?.brief
                == #"""
                {"items":[{"name":"Table","path":"configurations/2-lark-tm/","current":false},\#
                {"name":"Pictures","path":"configurations/2-lark-tm/pictures/","current":true}]}
                """#)
    }

    @Test func ofManyCraftSixAreNamedAndTheRestIsOnThePageOfTheConfiguration() throws {
        let view = try view("spacecraft/pictures/") { contents in
            contents.spacecraft = (1...8).map {
                Spacecraft(id: RecordID($0), name: "C\($0)", imageID: $0 == 8 ? 80 : nil, statusID: 1, configurationID: 2)
            }
        }
        #expect(
            cards(view) == [
                "Lark TM; C1, C2, C3, C4, C5, C6; All 8 Lark TM craft; The picture of the configuration, for 7~craft without one of their own.",
                "C8",
            ])
    }

    @Test func aCraftAloneWithThePictureOfItsConfigurationSaysSo() throws {
        let view = try view("spacecraft/pictures/") { contents in
            contents.spacecraft = [
                Spacecraft(id: 1, name: "C1", statusID: 1, configurationID: 2),
                Spacecraft(id: 2, name: "C2", statusID: 1, configurationID: 3),
            ]
        }
        #expect(cards(view) == ["C1; The picture of the configuration: this craft has none of its own.", "C2"])
        #expect(
            view.items("cards").map { $0.part("figure")?.text("alt") } == [
                "a Lark TM spacecraft, picture of the configuration", "Drawing of a cargo craft in place of a picture of C2",
            ])
    }

    @Test func configurationsWithTheirTypeAndTheNumberOfTheirCraft() throws {
        #expect(
            cards(try view("configurations/pictures/")) == [
                "Finch-M (Cargo Resupply, 3 craft)", "Heron Crew (Capsule, 2 craft)", "Heron XL (Cargo Resupply, 1 craft)",
            ])
        #expect(cards(try view("configurations/pictures/page/2/")) == ["Lark TM (Capsule, 3 craft)"])
    }

    @Test func anAgencyShowsItsLogoOrElseItsPicture() throws {
        let view = try view("agencies/pictures/") { contents in
            contents.agencies[1].profile?.logoID = 50
        }
        #expect(
            view.items("cards").map { "\($0.part("heading")?.text("name") ?? ""): \($0.part("figure")?.text("alt") ?? "")" } == [
                "Federal Space Agency (FSA): Drawing of a capsule in place of a picture of Federal Space Agency (FSA)",
                "Heronry: Patch",
                "Larkworks: Drawing for an unknown type of craft in place of a picture of Larkworks",
            ])
    }

    @Test func aListOfOnePictureHasNoSuchView() throws {
        let site = ViewContext(try Sample.input { $0.agencies = $0.agencies.map { Agency(id: $0.id, name: $0.name) } })
        #expect(site.view(PicturesView.kind, "configurations/3-heron-xl/pictures/") == nil)
        #expect(site.view(PicturesView.kind, "agencies/pictures/") == nil)
        #expect(site.view(AgencyIndexView.kind, "agencies/")?.part("count_table")?["views"] == .null)
        #expect(
            site.view(ConfigurationView.kind, "configurations/2-lark-tm/")?.part("craft_table")?.part("views")?.items("items").count == 2)
    }

    private func inSpace(_ flights: [Flight]?) throws -> [String] {
        let site = ViewContext(try Sample.input { $0.spacecraft[4].flights = flights })
        let view = try #require(site.view(InSpaceView.kind, "in-space/"))
        #expect(view.text("lead") == "1~craft of the register is in space, by the source.")
        #expect(cards(view) == ["Heron Freedo (524~d in space)"])
        return view.part("count_table")?.items("rows").map { row in
            ([row.text("name")] + row.items("cells").map { $0.text("text") } + [row.text("count")]).joined(separator: " | ")
        } ?? []
    }

    @Test func whatIsInSpaceSaysSinceWhenAndWhereIfItsFlightIsRecorded() throws {
        func flight(_ id: RecordID<Flight>, _ launched: String, status: String?, ended: String? = nil) -> Flight {
            Flight(
                id: id, destination: "Station \(id)", missionEnd: ended.flatMap { Timestamp(rfc3339: $0) },
                launch: Launch(name: "L", net: Timestamp(rfc3339: launched), status: status))
        }
        #expect(try inSpace(nil) == ["Heron Freedom | Heron Crew | Heronry | not recorded | not recorded | 515~d | 524~d"])
        #expect(
            try inSpace([
                flight(1, "2023-01-01T00:00:00Z", status: "Launch Successful", ended: "2023-02-01T00:00:00Z"),
                flight(2, "2024-03-01T00:00:00Z", status: "Launch Successful"),
                flight(3, "2027-01-01T00:00:00Z", status: "To Be Confirmed"),
            ]) == ["Heron Freedom | Heron Crew | Heronry | 1~March 2024 | Station 2 | 515~d | 524~d"])
    }

    @Test func withNothingInSpaceThePageSaysSo() throws {
        let site = ViewContext(try Sample.input { $0.spacecraft[4].inSpace = false })
        let view = try #require(site.view(InSpaceView.kind, "in-space/"))
        #expect(view.text("lead") == "No craft of this register is marked as in space in this snapshot.")
        #expect(view["count_table"] == .null)
    }
}
