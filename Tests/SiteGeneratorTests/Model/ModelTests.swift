import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct ModelTests {
    @Test(arguments: [
        ("https://example.org/", "/"), ("https://example.org/catalogue/", "/catalogue/"), ("https://example.org/a/b/", "/a/b/"),
        ("https://example.org", "/"),
    ])
    func thePageForLostAddressesBeginsItsLinksAtTheRootOfTheHost(base: String, path: String) throws {
        var settings = Sample.settings
        settings.baseURL = base
        let input = try Sample.input(settings: settings)
        #expect(SiteModel(input).basePath == path)
        let site = try Rendered(input)
        #expect(site["404.html"].contains("<a class=\"brand\" href=\"\(path)\">"))
        #expect(site["404.html"].contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!site["404.html"].contains("canonical"))
    }

    @Test func craftOfOneNameHaveTitlesOfTheirOwn() throws {
        let input = try Sample.input { contents in
            contents.spacecraft[0].name = "Lark TM-4"
            contents.agencies[0].name = "Larkworks"
            contents.licences[8].name = " "
        }
        let site = try Rendered(input)
        let titles = site.pages.compactMap { $0.html.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.output.1) } }
        #expect(titles.contains("Lark TM-4 (No. 126), Lark TM – The Register"))
        #expect(titles.contains("Larkworks (No. 96), agency – The Register"))
        #expect(titles.contains("Licence not stated (No. 9), pictures – The Register"))
        #expect(titles.count == Set(titles).count)
    }

    @Test func aChainOfFamiliesWithoutEndDoesNotEndTheBuild() throws {
        let input = try Sample.input { contents in
            contents.families = (1...400).map {
                Family(id: RecordID($0), name: "F\($0)", profile: .init(parentID: $0 == 1 ? nil : RecordID($0 - 1)))
            }
            contents.configurations[0].familyIDs = [400]
        }
        let site = try Rendered(input)
        #expect(
            site["families/200-f200/index.html"].contains("<a class=\"\" href=\"../../families/200-f200/\" aria-current=\"true\">F200</a>"))
        #expect(site["spacecraft/551-heron-freedom/index.html"].contains("aria-current=\"true\">Heron Freedom</a>"))
    }

    @Test func familiesThatAreTheirOwnAncestorsDoNotEndTheBuildEither() throws {
        let input = try Sample.input { contents in
            contents.families[1].profile?.parentID = 3
        }
        #expect(try Rendered(input)["families/2-heron/index.html"].contains("Heron 2"))
    }

    @Test func aFamilyCountsTheCraftOfTheFamiliesBelowItWhereverItIsShown() throws {
        let site = try Rendered.sample()
        #expect(
            site["families/2-heron/index.html"].contains("<dt>Configurations</dt>\n<dd class=\"value\"><span class=\"num\">2</span></dd>"))
        #expect(
            site["families/index.html"].contains(
                /families\/2-heron\/">Heron<\/a><\/th>\n.*\n.*\n<td class="n">2<\/td>\n<td class="n gauge"><span>3<\/span>/))
    }

    @Test func changesWithoutADateAreShownWithoutOne() throws {
        let changes = [107, 126].map { Change(EntityKey(.spacecraft, $0), name: "X", event: .appeared) }
        let dates = [nil, Sample.firstFetch, nil]
        let history = zip(dates, changes + [changes[0]]).map { DatedChange(date: $0, change: $1) }
        let page = try Rendered(Sample.input(history: history))["changes/index.html"]
        #expect(page.contains("<h2 id=\"undated-1\">Date not recorded</h2>"))
        #expect(page.contains("<h2 id=\"undated-3\">Date not recorded</h2>"))
        #expect(!page.contains("datetime=\"\""))
    }

    @Test func theAdjacentOfAPageAreNamedInItsHead() throws {
        let site = try Rendered.sample()
        #expect(site["families/2-heron/index.html"].contains("<link rel=\"next\" href=\"../../families/3-heron-2/\">"))
        #expect(site["families/3-heron-2/index.html"].contains("<link rel=\"prev\" href=\"../../families/2-heron/\">"))
        #expect(site["statuses/4-single-use/page/2/index.html"].contains("<link rel=\"prev\" href=\"../../../../statuses/4-single-use/\">"))
        #expect(!site["statuses/4-single-use/page/2/index.html"].contains("<link rel=\"next\""))
    }
}
