import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The parts of every page, and the pages that exist only once.
@Suite struct PageViewTests {
    private static let none: PageFields<Void> = []

    private func frame(_ frame: PageFrame) throws -> TemplateObject {
        frame.view(Self.none, of: (), ViewContext(try Sample.input()))
    }

    @Test func aFrameHasItsTitlesItsPlaceAndWhatBelongsInAHead() throws {
        let view = try frame(
            PageFrame(
                address: "agencies/7-x/", title: "T", heading: "H", description: "D  d", section: .agencies,
                breadcrumbs: [.init(name: "Agencies", path: "agencies/"), .init(name: "X")],
                next: .init(name: "Y", path: "agencies/8-y/"), silhouettes: [.capsule]))
        #expect(
            view.brief
                == #"""
                {"title":"T","heading":"H","page_description":"D d","canonical":"https://example.org/catalogue/agencies/7-x/",\#
                "noindex":false,"alternates":[],"root":"../../","home_href":"../../","section":"agencies","navigation":[\#
                {"name":"Spacecraft","path":"spacecraft/","current":false},{"name":"Configurations","path":"configurations/","current":false},\#
                {"name":"Agencies","path":"agencies/","current":true},{"name":"Families","path":"families/","current":false},\#
                {"name":"Records","path":"records/","current":false},{"name":"Credits","path":"credits/","current":false}],\#
                "other_pages":[],"breadcrumbs":{"items":[{"name":"Agencies","path":"agencies/"},{"name":"X"}]},\#
                "silhouettes":{"capsule":true,"spaceplane":false,"cargo":false,"upper_stage":false,"lander":false,\#
                "mass_simulator":false,"unknown":false},"next":{"name":"Y","path":"agencies/8-y/"},\#
                "json_ld":{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","itemListElement":[\#
                {"@type":"ListItem","position":1,"name":"The Register","item":"https://example.org/catalogue/"},\#
                {"@type":"ListItem","position":2,"name":"Agencies","item":"https://example.org/catalogue/agencies/"},\#
                {"@type":"ListItem","position":3,"name":"X","item":"https://example.org/catalogue/agencies/7-x/"}]}]}}
                """#)
    }

    @Test func theHomePageHasItselfForARootAPageOutsideOfTheSiteTheHosts() throws {
        let home = try frame(PageFrame(address: "", title: "T", heading: "H", description: "D"))
        #expect([home.text("root"), home.text("home_href"), home.text("canonical")] == ["", "./", "https://example.org/catalogue/"])
        #expect(home["breadcrumbs"] == .null)
        let outside = try frame(PageFrame(address: "404.html", title: "T", heading: "H", description: "D", isOutside: true))
        #expect([outside.text("root"), outside.text("home_href"), outside.text("canonical")] == ["/catalogue/", "/catalogue/", ""])
        #expect(outside["noindex"] == true)
    }

    /// By the id of the picture.
    @Test(
        arguments: [
            (20, #"{"src":"https://pictures.example.net/20.jpg","alt":"Heron over <Earth>"}"#), (10, nil), (70, nil), (nil, nil),
        ] as [(Image.ID?, String?)])
    func aPageIsSharedWithItsPictureWhereThatIsShownAndItsLicenceStated(image: Image.ID?, json: String?) throws {
        let picture = image.flatMap { id in Sample.images.first { $0.id == id } }
        let view = try frame(PageFrame(address: "x/", title: "T", heading: "H", description: "D", picture: picture))
        #expect(view.part("social_image")?.brief == json)
    }

    @Test func thePageOfAMovedAddressLeadsOnAndSearchEnginesWithIt() throws {
        let view = try #require(ViewContext(Sample.input()).view(RedirectView.kind, "spacecraft/126-lark-tm-04/"))
        #expect(view.text("title") == "Lark TM-04, moved to Lark TM-4 – The Register")
        #expect(view.text("canonical") == "https://example.org/catalogue/spacecraft/126-lark-tm-4/")
        #expect(view.part("target")?.brief == #"{"name":"Lark TM-4","path":"spacecraft/126-lark-tm-4/"}"#)
    }

    @Test(arguments: [("<p>Kept by <em>hand</em>.</p>", "<p>Kept by <em>hand</em>.</p>"), ("<script>x</script>", ""), (nil, "")])
    func theOperatorsWordsAreSanitized(about: String?, html: String) throws {
        #expect(try #require(ViewContext(Sample.input(about: about)).view(AboutView.kind, "about/")).text("body_html") == html)
    }

    @Test func thePageOfLostAddressesHasTheWaysIntoTheSite() throws {
        let view = try #require(ViewContext(Sample.input()).view(NotFoundView.kind, "404.html"))
        #expect(view.items("ways_in").first?.brief == #"{"name":"Spacecraft","path":"spacecraft/","note":"9 craft, in six orders"}"#)
    }

    @Test func thePageOfTheDownloadsListsEachFileAndEachColumnOnce() throws {
        func rows(_ input: SiteInput) throws -> [String] {
            let view = try #require(ViewContext(input).view(DataView.kind, "data/"))
            let tables = view.items("tables") + view.items("lookup_tables")
            #expect(tables.map { $0.text("name") } == SQLiteDownload.tables(SiteModel(input)).map(\.name).inOrderOfPage)
            for table in tables {
                let names = table.items("columns").map { $0.text("name") }
                #expect(names.count == Set(names).count)
            }
            return view.part("count_table")?.items("rows").map {
                "\($0.text("name")), \($0.items("cells").first?.text("text") ?? ""): \($0.text("count"))"
            } ?? []
        }
        let plain = [
            "spacecraft.json, JSON: 9", "spacecraft.csv, CSV (RFC~4180, UTF-8): 9", "configurations.json, JSON: 4",
            "configurations.csv, CSV (RFC~4180, UTF-8): 4",
        ]
        #expect(try rows(Sample.input()) == plain + ["spacecraft.sqlite, SQLite: 28"])
        #expect(
            try rows(Sample.inputWithFlights()) == plain + [
                "flights.json, JSON: 6", "flights.csv, CSV (RFC~4180, UTF-8): 6", "spacecraft.sqlite, SQLite: 34",
            ])
    }

    @Test func aColumnIsDescribedWithItsTypeItsUnitAndTheFieldOfTheSource() throws {
        let view = try #require(ViewContext(Sample.input()).view(DataView.kind, "data/"))
        let columns = view.items("tables").flatMap { $0.items("columns") }
        func described(_ name: String) -> String? { columns.first { $0.text("name") == name }?.brief }
        #expect(
            described("time_docked_seconds")
                == #"""
                {"name":"time_docked_seconds","type":"integer","unit":"seconds (s)","optional":"yes",\#
                "source":"time_docked","meaning":"time docked in seconds"}
                """#)
        #expect(
            described("url")
                == #"{"name":"url","type":"address","optional":"no","meaning":"its page on this site"}"#)
    }

    @Test func changesAreListedByFetchTheLastFirst() throws {
        let view = try #require(ViewContext(Sample.input()).view(ChangesPageView.kind, "changes/"))
        #expect(
            view.items("days").map {
                "\($0.text("id")) \($0.text("datetime")) \($0.text("text")) \($0.part("changes")?.items("items").count ?? 0)"
            }
                == ["t-20260301040506 2026-03-01 1~March 2026 4", "t-20260101000000 2026-01-01 1~January 2026 13"])
    }

    @Test func aPageOfChangesThatHasNotAllOfThemSaysSo() throws {
        let change = Change(EntityKey(.spacecraft, 126), name: "Lark TM-4", event: .appeared)
        func view(_ count: Int) throws -> TemplateObject {
            let history = Array(repeating: DatedChange(date: Sample.firstFetch, change: change), count: count)
            return try #require(ViewContext(Sample.input(history: history)).view(ChangesPageView.kind, "changes/"))
        }
        let (whole, cut) = (try view(500), try view(1_234))
        #expect([whole, cut].map { $0.items("days").flatMap { $0.part("changes")?.items("items") ?? [] }.count } == [500, 500])
        #expect(whole["older"] == .null)
        #expect(
            cut.text("older")
                == "Only the latest entries are here, 500 of 1234. The earlier ones are in the file data/history.jsonl, kept by whoever runs this "
                + "site and not published.")
    }

    @Test func theDataSaysUnderWhichTermsItMayBeUsed() throws {
        let page = try Rendered.sample()["data/index.html"]
        let terms = try #require(page.firstMatch(of: /<section aria-labelledby="terms">\n(?s:.*?)<\/section>/)).output
        #expect(
            terms == """
                <section aria-labelledby="terms">
                <h2 id="terms">Terms</h2>
                <div class="prose">
                <p>The data, including the descriptions, come from Launch Library 2 by The Space Devs. Under the <a href="https://github.com/TheSpaceDevs/Tutorials/blob/main/faqs/faq_TSD.md#terms-of-use">terms of use of the source</a> everyone may use them in any way and share what they make of them, but is asked not to pass them on without adding value. Naming the source is not required, but encouraged. It is not guaranteed that every value is right.</p>
                <p>Pictures are not part of the downloads: each has its own licence. What is not recorded is null in the JSON files and the SQLite file, and empty in the CSV files. In the CSV files a text that a spreadsheet would take for a formula has an apostrophe in front.</p>
                </div>
                </section>
                """)
    }

    @Test func theSiteSaysHowOldItsDataIsAndHowMuchThereIs() throws {
        let model = SiteModel(try Sample.input())
        #expect(
            SiteView.make(model, Theme(templates: [], assets: []).publishedAssets, .english).brief
                == #"""
                {"site":{"title":"The Register","description":"Craft of the sample, each with its record and its credits.","language":"en","is_right_to_left":false,"is_translated":false,\#
                "base_url":"https://example.org/catalogue/","source_name":"Launch Library 2, The Space Devs",\#
                "source_url":"https://thespacedevs.com/llapi","status_path":"status.json","downloads_path":"data/",\#
                "author":{"name":"The Keepers","url":"https://example.org/keepers"},\#
                "counts":{"spacecraft":9,"configurations":4,"agencies":3,"families":3,"licences":10},\#
                "policy_needs":{"fonts":false,"data_fonts":false,"data_images":false}},"assets":{}}
                """#)
    }
}

extension [String] {
    /// Those of tables with files of their own, then the others.
    fileprivate var inOrderOfPage: [String] {
        let files = ["spacecraft", "configurations", "flights"]
        return files.filter(contains) + ["agencies", "families", "configuration_families", "types", "statuses"]
    }
}
