import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// All configurations by their numbers, and the ways to set some side by side.
@Suite struct CompareViewTests {
    private func view(_ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        try #require(ViewContext(Sample.input(change)).view(CompareView.kind, "compare/"))
    }

    @Test func aColumnStandsWhereSomeConfigurationHasANumber() throws {
        let view = try view()
        #expect(
            view.items("columns").map { $0.text("label") } == [
                "Crew", "Payload to orbit", "Height", "Diameter", "Craft", "Flights", "Launches, by the source",
            ])
        let row = try #require(view.items("rows").first { $0.text("name") == "Heron Crew" })
        #expect(row.items("cells").map { $0.text("value") } == ["7", "16000", "748", "4.5", "2", "12350", "12"])
        // What cannot be right is shown as the source has it, and marked.
        #expect(row.items("cells").filter { $0["is_doubtful"] == true }.map { $0.text("key") } == ["height"])
        #expect(view["has_doubts"] == true)
        #expect(view.items("outlines").isEmpty)
    }

    @Test(arguments: [(12, 12, "100"), (11, 12, "92"), (999, 1000, "99"), (1, 1000, "1"), (0, 3, "0"), (0, 0, ""), (13, 12, "")])
    func launchesThatSucceededAreAShareOfAll(successful: Int, launches: Int, percent: String) throws {
        let view = try view { contents in
            contents.configurations[0].details?.statistics.totalLaunchCount = launches
            contents.configurations[0].details?.statistics.successfulLaunches = successful
        }
        let name = try Sample.input().catalogue.configurations.first.map(\.name)
        let row = try #require(view.items("rows").first { $0.text("name") == name })
        #expect(row.items("cells").first { $0.text("key") == "success" }?.text("value") ?? "" == percent)
    }

    @Test func whatCanBeRightIsDrawnToOneScaleTheTallestFirst() throws {
        let view = try view { contents in
            for (index, height) in [7.5, 20, 7.5].enumerated() {
                var details = Configuration.Details()
                (details.height, details.diameter) = (height, 3)
                contents.configurations[index].details = details
            }
        }
        #expect(view.items("outlines").map { $0.brief.contains("\"height\":120") } == [true, false, false])
    }

    @Test func aCraftIsComparedWithItsNeighboursAndAConfigurationWithThoseOfItsFamilies() throws {
        let context = try ViewContext(Sample.input())
        let craft = try #require(context.view(SpacecraftView.kind, "spacecraft/126-lark-tm-4/"))
        #expect(craft.part("siblings")?.text("compare_path") == "compare/?ids=126,130,107")
        let configuration = try #require(context.view(ConfigurationView.kind, "configurations/1-heron-crew/"))
        #expect(configuration.text("compare_path") == "compare/?kind=configurations&ids=1,3")
    }

    /// Each list that has several pages is ordered where the whole of it is.
    @Test(arguments: [
        ("agencies/121-heronry/", "agency__ids=121"), ("families/2-heron/", "family__ids=2"), ("types/1-capsule/", "type__ids=1"),
        ("statuses/4-single-use/", "status=4"), ("configurations/2-lark-tm/", "spacecraft_config=2"),
    ])
    func theCraftOfAnEntityAreAQueryOfTheIndex(address: String, query: String) throws {
        let context = try ViewContext(Sample.input())
        let kinds = [AgencyView.kind, FamilyView.kind, TypeView.kind, StatusView.kind, ConfigurationView.kind]
        let view = try #require(kinds.lazy.compactMap { context.view($0, address) }.first)
        #expect(view.part("craft_table")?.text("query") == query)
    }
}
