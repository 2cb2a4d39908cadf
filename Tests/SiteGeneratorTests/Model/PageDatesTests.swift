import Catalogue
import Testing

@testable import SiteGenerator

/// The date of each page after a second fetch with one change. The first fetch was on 1 January, the second on 1 March.
@Suite struct PageDatesTests {
    /// The pages with the later date, for a site in which everything appeared in the first fetch.
    private func changed(by changes: Change..., dataDate: DataDate = .fetched(Sample.lastFetch)) throws -> [String] {
        let history =
            Sample.history.filter { $0.date == Sample.firstFetch } + changes.map { DatedChange(date: Sample.lastFetch, change: $0) }
        let model = SiteModel(try Sample.input(history: history, dataDate: dataDate))
        let plan = SitePlan(
            model, Orders(model), PageInputs(model), assets: model.input.theme.publishedAssets, sitemapLimit: SitemapView.maximumPages)
        return plan.files.filter { $0.modified == Sample.lastFetch }.map(\.address).sorted()
    }

    @Test func aTextThatOnlyThePageOfACraftShowsDatesThatPageAndThoseOfAllChanges() throws {
        #expect(
            try changed(by: Sample.change(.spacecraft, 551, "Heron Freedom", ("description", "A", "B")))
                == ["", "changes/", "spacecraft/551-heron-freedom/"])
    }

    @Test func aCellOfTheRowOfACraftDatesTheTablesThatShowIt() throws {
        let dated = try changed(by: Sample.change(.spacecraft, 551, "Heron Freedom", ("serial_number", "A", "B")))
        #expect(
            dated.filter { !$0.hasPrefix("spacecraft/by-") } == [
                "", "agencies/121-heronry/", "changes/", "configurations/1-heron-crew/", "families/2-heron/", "families/3-heron-2/",
                "in-space/", "records/", "spacecraft/", "spacecraft/551-heron-freedom/", "statuses/1-active/", "types/1-capsule/",
            ])
    }

    @Test func theStatusThatACraftLeavesIsDatedToo() throws {
        let dated = try changed(by: Sample.change(.spacecraft, 126, "Lark TM-4", ("status", "5", "4")))
        #expect(
            dated.filter { $0.hasPrefix("statuses/") } == [
                "statuses/", "statuses/4-single-use/", "statuses/4-single-use/page/2/", "statuses/4-single-use/pictures/",
                "statuses/4-single-use/pictures/page/2/", "statuses/5-under-construction/",
            ])
    }

    @Test func theNameOfAnAgencyDatesThePagesOfItsCraftButItsDescriptionDoesNot() throws {
        let renamed = try changed(by: Sample.change(.agency, 121, "Heronry", ("name", "A", "Heronry")))
        #expect(renamed.contains("spacecraft/551-heron-freedom/"))
        let described = try changed(by: Sample.change(.agency, 121, "Heronry", ("description", "A", "B")))
        #expect(described == ["", "agencies/121-heronry/", "changes/"])
    }

    @Test func aCraftThatWentDatesTheListsOfAll() throws {
        let dated = try changed(by: Change(EntityKey(.spacecraft, 900), name: "Wren", event: .removed))
        #expect(dated.contains("spacecraft/page/2/") && dated.contains("statuses/") && !dated.contains("spacecraft/551-heron-freedom/"))
    }

    @Test func withoutAHistoryEachPageHasTheDateOfTheRecords() throws {
        let model = SiteModel(try Sample.input(history: [], dataDate: .notBefore(Sample.firstFetch)))
        #expect(model.dates.beginning == Sample.firstFetch)
        #expect(model.dates.newest == Sample.firstFetch)
        #expect(model.dates.recordsOfCraft() == Sample.firstFetch)
        let undated = SiteModel(try Sample.input(history: [], dataDate: .unknown))
        #expect(undated.dates.page(ofCraftAt: CraftPosition(0)) == nil)
    }

    @Test func theDateOfTheRecordsMovesNoPageOfASiteWithAHistory() throws {
        let later = Timestamp(secondsSince1970: Sample.lastFetch.secondsSince1970 + 86_400)
        #expect(try changed(dataDate: .fetched(later)) == [])
    }
}
