import Catalogue
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct FeedTests {
    private let site: Rendered

    init() throws {
        site = try Rendered.sample()
    }

    private func feed(_ path: String, of site: Rendered) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(site.files[path] ?? [])) as? [String: Any])
    }

    /// The pages of the feed by their links from one to the next.
    private func pages(of site: Rendered) throws -> [(path: String, items: [[String: Any]])] {
        var pages: [(path: String, items: [[String: Any]])] = []
        var next: String? = "feed.json"
        while let path = next, pages.count < 10 {
            let feed = try feed(path, of: site)
            pages.append((path, try #require(feed["items"] as? [[String: Any]])))
            next = (feed["next_url"] as? String)?.replacing("https://example.org/catalogue/", with: "")
        }
        return pages
    }

    /// Uses the names and types of https://www.jsonfeed.org/version/1.1/. Beyond them there are only `_name` objects.
    @Test(arguments: ["feed.json", "feed/2026-03.json", "feed/2026-01/699-701.json"])
    func aPageOfTheFeedIsJSONFeed11AndNothingElse(path: String) throws {
        let feed = try feed(path, of: site)
        let top: Set = [
            "version", "title", "description", "home_page_url", "feed_url", "next_url", "language", "authors", "items", "_hangar",
        ]
        #expect(Set(feed.keys).subtracting(top) == [])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["feed_url"] as? String == "https://example.org/catalogue/" + path)
        let item: Set = [
            "id", "url", "title", "summary", "content_html", "content_text", "image", "date_published", "date_modified", "tags", "_hangar",
        ]
        for entry in try #require(feed["items"] as? [[String: Any]]) {
            #expect(Set(entry.keys).subtracting(item) == [])
            #expect(entry["id"] is String && entry["url"] is String && entry["title"] is String)
            #expect(entry["content_html"] is String || entry["content_text"] is String)
            #expect(entry["tags"] is [String])
            for field in ["date_published", "date_modified"] {
                #expect((entry[field] as? String).flatMap { Timestamp(rfc3339: $0) } != nil)
            }
        }
    }

    @Test func thePagesOfTheFeedFollowOneAnotherAndHoldEachCraftOnce() throws {
        let pages = try pages(of: site)
        let ids = pages.flatMap { $0.items.compactMap { $0["id"] as? String } }
        #expect(
            pages.map(\.path) == [
                "feed.json", "feed/2026-03.json", "feed/2026-01/702-704.json", "feed/2026-01/699-701.json", "feed/2026-01/318-320.json",
                "feed/2026-01/129-131.json", "feed/2026-01/105-107.json",
            ])
        #expect(ids.count == 9)
        #expect(Set(ids).count == 9)
        #expect(ids.prefix(2) == ["tag:example.org,2026:spacecraft/551", "tag:example.org,2026:spacecraft/126"])
    }

    @Test func theIdOfAnItemHasNoPartOfItsAddressOrName() throws {
        let items = try feed("feed.json", of: site)["items"] as? [[String: Any]]
        let item = try #require(items?.first { $0["title"] as? String == "Lark TM-4" })
        #expect(item["id"] as? String == "tag:example.org,2026:spacecraft/126")
        #expect(item["url"] as? String == "https://example.org/catalogue/spacecraft/126-lark-tm-4/")
        #expect(site["feed.xml"].contains("<id>tag:example.org,2026:spacecraft/126</id>"))
        #expect(site["spacecraft/126-lark-tm-04/index.html"].contains("<a href=\"../../spacecraft/126-lark-tm-4/\" data-redirect>"))
    }

    @Test func theTagsOfAnItemAreInTheLanguageOfTheFeed() throws {
        var settings = Sample.settings
        settings.language = "de"
        let input = try Sample.input(
            { contents in
                for index in contents.agencies.indices { contents.agencies[index].name = "" }
            }, settings: settings)
        let items = try pages(of: Rendered(input)).flatMap(\.items)
        let item = try #require(items.first { $0["title"] as? String == "Lark TM-4" })
        #expect(item["tags"] as? [String] == ["Lark TM", "Capsule", "Organisation 63", "Einmalnutzung"])
    }

    @Test func theFeedHasTheValuesOfTheTable() throws {
        let columns = [
            "time_in_space_seconds", "time_docked_seconds", "fastest_turnaround_seconds", "flights_count", "mission_ends_count", "in_space",
            "is_placeholder",
        ]
        func values(_ row: [String: Any]) -> [String] { columns.map { "\(row[$0] ?? "none")" } }
        var fed: [Int: [String]] = [:]
        for item in try pages(of: site).flatMap(\.items) {
            let extras = try #require(item["_hangar"] as? [String: Any])
            fed[try #require(extras["spacecraft_id"] as? Int)] = values(extras)
        }
        let rows = try #require(feed("data/spacecraft.json", of: site)["spacecraft"] as? [[String: Any]])
        #expect(try fed == Dictionary(uniqueKeysWithValues: rows.map { (try #require($0["id"] as? Int), values($0)) }))
        // The source gives it a flight and no time, which nobody has recorded.
        #expect(fed[130] == ["<null>", "0", "<null>", "1", "1", "0", "0"])
    }

    @Test func aFeedItemSaysNothingOfAPictureThatIsNotShownButItsCredit() throws {
        let items = try pages(of: site).flatMap(\.items)
        let item = try #require(items.first { $0["title"] as? String == "Финч М-46" })
        #expect(item["image"] == nil)
        let image = (item["_hangar"] as? [String: Any])?["image"] as? [String: Any]
        #expect(image?["credit"] as? String == "TASS")
        #expect(image?["licence_url"] is NSNull)
    }

    /// RFC 4287, 4.1.1 and 4.1.2: the required elements of a feed and an entry.
    @Test func theAtomFeedHasAnIdATitleADateAndAnAuthorAndSoHasEachEntry() {
        let feed = site["feed.xml"]
        let parts = feed.components(separatedBy: "<entry>")
        #expect(parts.count == 4)
        for (index, part) in parts.enumerated() {
            #expect(part.ranges(of: "<id>").count == 1, "part \(index)")
            #expect(part.ranges(of: "<title>").count == 1, "part \(index)")
            #expect(part.firstMatch(of: /<updated>([^<]*)<\/updated>/).flatMap { Timestamp(rfc3339: $0.output.1) } != nil, "part \(index)")
        }
        let ids = feed.matches(of: /<id>([^<]*)<\/id>/).map(\.output.1)
        #expect(Set(ids).count == ids.count)
        #expect(parts[0].contains("<author><name>The Keepers</name>"))
        #expect(parts[0].contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/catalogue/feed.xml\"/>"))
        #expect(parts[0].contains("xml:lang=\"en\""))
    }

    @Test func xmlHoldsNoCharacterThatXMLDoesNotAllow() throws {
        var settings = Sample.settings
        settings.pageSize = 100
        let feed = try Rendered(Sample.input(settings: settings))["feed.xml"]
        #expect(feed.contains("\u{202E}trap\u{FFFD}</title>"))
        #expect(!feed.unicodeScalars.contains { $0.value < 0x20 && !["\n", "\t", "\r"].contains($0) })
    }

    @Test func datesComeFromTheHistoryAndTheDataNeverFromAClock() throws {
        let undated = try Rendered(Sample.input(history: [], dataDate: .unknown))
        #expect(undated["feed.xml"].contains("<updated>1970-01-01T00:00:00Z</updated>"))
        #expect(!undated["feed.json"].contains("date_"))
        #expect(!undated["sitemap.xml"].contains("lastmod"))
        let copied = try Rendered(Sample.input(history: [], dataDate: .notBefore(Sample.firstFetch)))
        #expect(Set(copied["feed.xml"].matches(of: /<updated>([^<]*)</).map(\.output.1)) == ["2026-01-01T00:00:00Z"])
    }

    @Test func theSitemapHasEveryPageButTheRedirectsAndThePageForLostAddresses() {
        let listed = site["sitemap.xml"].matches(of: /<loc>https:\/\/example.org\/catalogue\/([^<]*)<\/loc>/).map { String($0.output.1) }
        let pages = site.pages.filter { $0.path != "404.html" && !$0.html.contains("data-redirect") }
            .map { String($0.path.dropLast("index.html".count)) }
        #expect(listed.count == Set(listed).count)
        #expect(Set(listed) == Set(pages))
    }

    @Test func morePagesThanASitemapMayHoldGoIntoSeveralWithAnIndex() throws {
        let input = try Sample.input()
        let site = try Rendered(SiteGenerator(input, LoadedTheme(input.theme, input.settings), sitemapLimit: 30))
        let parts = site.files.keys.filter { $0.hasPrefix("sitemap-") }.sorted()
        let counts = parts.map { site[$0].ranges(of: "<url>").count }
        #expect(counts.dropLast().allSatisfy { $0 == 30 })
        #expect(counts.reduce(0, +) == self.site["sitemap.xml"].ranges(of: "<url>").count)
        #expect(
            site["sitemap.xml"].matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.output.1) }
                == parts.map { "https://example.org/catalogue/" + $0 })
        #expect(site["sitemap.xml"].contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"))
    }

    @Test func theDownloadsAreJSONWithTheSameRowsAsTheCSVFiles() throws {
        for (name, count) in [("spacecraft", 9), ("configurations", 4)] {
            let rows = try feed("data/\(name).json", of: site)[name] as? [[String: Any]]
            #expect(rows?.count == count)
            let header = site["data/\(name).csv"].prefix { $0 != "\r\n" }
            #expect(Set(rows?.first?.keys.map(\.self) ?? []) == Set(header.split(separator: ",").map(String.init)))
        }
    }
}
