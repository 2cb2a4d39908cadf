import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The indexes: of configurations, agencies, families, statuses, types, and of spacecraft in every order.
@Suite struct IndexViewTests {
    private func table(_ kind: PageKind, _ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> [String] {
        let view = try #require(ViewContext(Sample.input(change)).view(kind, address))
        let table = try #require(view.part("count_table"))
        let heads = table.items("columns").map { head in
            let (sorted, href) = (head.text("sorted"), head.text("href"))
            return head.text("label") + (sorted.isEmpty ? "" : " (\(sorted))") + (href.isEmpty ? "" : " → \(href)")
        }
        let rows = table.items("rows").map { row in
            [row.text("name")] + row.items("cells").map { $0["known"] == false ? "[\($0.text("text"))]" : $0.text("text") }
                + [row.text("count")]
        }
        return ([heads] + rows).map { $0.joined(separator: " | ") }
    }

    @Test func agenciesByName() throws {
        #expect(
            try table(AgencyIndexView.kind, "agencies/") == [
                "Agency (ascending) → agencies/by-name/descending/ | Short name | Kind | Configurations → agencies/by-configurations/"
                    + " | Families built → agencies/by-families/ | Craft → agencies/by-craft/",
                "Federal Space Agency (FSA) | FSA | Government | 2 | 0 | 6", "Heronry | Hry | Commercial | 2 | 2 | 3",
                "Larkworks | [none] | [not recorded] | 0 | 1 | 0",
            ])
    }

    @Test func familiesByNameEachWithTheCraftOfThoseBelowIt() throws {
        #expect(
            try table(FamilyIndexView.kind, "families/") == [
                "Family (ascending) → families/by-name/descending/ | Builder | Maiden flight → families/by-maiden-flight/"
                    + " | Configurations → families/by-configurations/ | Craft",
                "Heron | Heronry | [not recorded] | 2 | 3",
                "Heron 2 | Heronry | [not recorded] | 2 | 3", "Lark | Larkworks | 28~November 1966 | 1 | 3",
            ])
    }

    @Test func statusesAndTypesTheMostCraftFirstEqualOnesByName() throws {
        #expect(
            try table(CountIndexes.statuses.kind, "statuses/") == [
                "Status | Craft", "Single Use | 5", "Active | 3", "Under construction | 1",
            ])
        #expect(
            try table(CountIndexes.statuses.kind, "statuses/") { $0.spacecraft = [] } == [
                "Status | Craft", "Active | 0", "Single Use | 0", "Under construction | 0",
            ])
        #expect(try table(CountIndexes.types.kind, "types/") == ["Type | Craft", "Capsule | 5", "Cargo Resupply | 4"])
    }

    @Test func aListInAnotherOrderSaysSoInItsTitleItsCaptionAndItsBreadcrumbs() throws {
        let view = try #require(ViewContext(Sample.input()).view(AgencyIndexView.kind, "agencies/by-craft/ascending/"))
        #expect(view.part("count_table")?.items("rows").map { $0.text("name") } == ["Larkworks", "Heronry", "Federal Space Agency (FSA)"])
        #expect(view.part("count_table")?.text("caption") == "Agencies, fewest craft first")
        #expect(view.text("title") == "Agencies, fewest craft first – The Register")
        #expect(view.text("page_description") == "Agencies, fewest craft first: 3 in all, with figures from the register.")
        #expect(view.part("breadcrumbs")?.items("items").map { $0.text("name") } == ["Agencies", "Fewest craft first"])
    }

    @Test func licencesAreOrderedByTheirPicturesFirst() throws {
        let site = ViewContext(try Sample.input())
        #expect(
            CreditsView.list.orders(site.model).map(\.address) == [
                "credits/", "credits/by-pictures/ascending/", "credits/by-name/", "credits/by-name/descending/",
            ])
        #expect(site.view(CreditsView.kind, "credits/")?["credited"] != .null)
        #expect(site.view(CreditsView.kind, "credits/by-name/")?["credited"] == .null)
    }

    @Test func withoutAnyThereIsATableWithoutRows() throws {
        #expect(
            try table(AgencyIndexView.kind, "agencies/") { $0 = CatalogueContents() } == [
                "Agency (ascending) → agencies/by-name/descending/ | Short name | Kind | Configurations | Families built | Craft"
            ])
    }

    @Test func configurationsByName() throws {
        let site = ViewContext(try Sample.input())
        let view = try #require(site.view(ConfigurationIndexView.kind, "configurations/"))
        let rows = view.part("configuration_table")?.items("rows").map(\.brief)
        let finch = #"""
            {"id":4,"path":"configurations/4-finch-m/","name":"Finch-M","silhouette":"cargo",\#
            "type":{"name":"Cargo Resupply","path":"types/2-cargo-resupply/"},\#
            "agency":{"name":"Federal Space Agency (FSA)","path":"agencies/63-federal-space-agency-fsa/"},\#
            "families":[],"in_use":false,"in_use_known":true,"maiden_flight":{"text":"not recorded","known":false},\#
            "craft_count":3,"flights_count":2,"in_space":false,\#
            "longest":{"datetime":"P110DT4H45M30S","seconds":9521130,"share":21},"craft_share":100,"flights_share":0}
            """#
        let heron = #"""
            {"id":1,"path":"configurations/1-heron-crew/","name":"Heron Crew","silhouette":"capsule",\#
            "type":{"name":"Capsule","path":"types/1-capsule/"},"agency":{"name":"Heronry","path":"agencies/121-heronry/"},\#
            "families":[{"name":"Heron","path":"families/2-heron/"},{"name":"Heron 2","path":"families/3-heron-2/"}],\#
            "in_use":true,"in_use_known":true,"maiden_flight":{"text":"2~March 2019","datetime":"2019-03-02","known":true},\#
            "craft_count":2,"flights_count":12350,"in_space":true,\#
            "longest":{"datetime":"P524D","seconds":45273600,"share":100},"craft_share":66.6,"flights_share":100}
            """#
        #expect(rows?.count == 4)
        #expect(rows?.first == finch)
        #expect(rows?.dropFirst().first == heron)
        #expect(view["count_table"] == .null)
        let none = ViewContext(try Sample.input { $0 = CatalogueContents() })
        #expect(none.view(ConfigurationIndexView.kind, "configurations/")?["configuration_table"] == .null)
    }

    @Test(arguments: [
        (
            "spacecraft/", "Spacecraft, by name – The Register", ["Spacecraft"],
            "All 9 craft of the register. Choose a column to order by it."
        ),
        (
            "spacecraft/page/3/", "Spacecraft, by name, page 3 – The Register", ["Spacecraft", "By name, page 3"],
            "All 9 craft of the register. Choose a column to order by it."
        ),
        (
            "spacecraft/by-time-in-space/", "Spacecraft, longest time in space first – The Register",
            ["Spacecraft", "Longest time in space first"],
            "All 9 craft of the register. Choose a column to order by it; the bar shows its proportion."
        ),
        (
            "spacecraft/by-flights/ascending/page/2/", "Spacecraft, fewest flights first, page 2 – The Register",
            ["Spacecraft", "Fewest flights first, page 2"],
            "All 9 craft of the register. Choose a column to order by it; the bar shows its proportion."
        ),
    ])
    func eachPageOfTheIndexSaysItsOrderAndItsPlace(address: String, title: String, breadcrumbs: [String], lead: String) throws {
        let view = try #require(ViewContext(Sample.input()).view(SpacecraftIndexView.kind, address))
        #expect(view.text("title") == title)
        #expect(view.part("breadcrumbs")?.items("items").map { $0.text("name") } == breadcrumbs)
        #expect(view.text("lead") == lead)
        #expect(view["page_size"] == 3)
    }

    @Test func theIndexOffersEachOrderBothWaysAndTheFacetsWhoseValuesDiffer() throws {
        let view = try #require(ViewContext(Sample.input()).view(SpacecraftIndexView.kind, "spacecraft/"))
        #expect(
            view.items("order_options").map { $0.text("id") } == [
                "name", "-name", "id", "-id", "-time_in_space", "time_in_space", "-time_docked", "time_docked", "-flights_count",
                "flights_count", "-mission_ends_count", "mission_ends_count",
            ])
        #expect(
            view.items("facets").map { $0.text("label") } == [
                "Status", "Type", "Agency", "Family", "Configuration", "In space", "Placeholder", "First flown", "Freely licensed picture",
            ])
        #expect(
            try keys(Sample.input { $0.spacecraft = [$0.spacecraft[0]] }) == ["type", "agency", "family", "spacecraft_config", "decade"])
        #expect(try keys(Sample.input { $0 = CatalogueContents() }) == [])
    }

    private func keys(_ input: SiteInput) throws -> [String] {
        let view = try #require(ViewContext(input).view(SpacecraftIndexView.kind, "spacecraft/"))
        return view.items("facets").compactMap { $0.text("key") }
    }
}
