import TestSupport
import Testing

@testable import SiteCheck

@Suite struct FeedRuleTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let base = "https://example.org/catalogue/"

    /// The problems of one file in a site with the pages `index.html` and `a/index.html`.
    func problems(_ path: String, _ text: String, baseURL: String? = base) throws -> [String] {
        try FileTree(["index.html": "<a href=a/>x</a>", "a/index.html": "x", "a/i.svg": "<svg/>", path: .file(text)]).write(
            to: folder.output)
        return try SiteChecker(output: folder.output, baseURL: baseURL).check().problems.map(\.description)
    }

    static let nothing = "leads to nothing: there is no 'b/'. Mend the link, or add the file"

    @Test func aJSONFeedNamesPagesOfThisSite() throws {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "\\"url\\": [", "home_page_url": "https:\\/\\/example.org/catalogue/",
             "feed_url": "https://example.org/catalogue/feed.json", "next_url": "https://example.org/catalogue/b/",
             "authors": [{"url": "https://elsewhere.example/"}], "items": [
              {"id": "https://example.org/catalogue/a/", "url": "https://example.org/catalogue/a/", "external_url": "https://elsewhere.example/"},
              {"id": "https://example.org/catalogue/a/", "url": "https://example.org/other/"},
              {"id": "tag:example.org,2026:5", "image": "https://example.org/catalogue/b/", "title": "https://example.org/catalogue/b/", "_hangar": {"url": "https://elsewhere.example/", "n": [1, null, true]}}
            ]}
            """
        let found = try problems("feed.json", feed)
        #expect(
            found == [
                "feed.json:2:70: 'https://example.org/catalogue/b/' \(Self.nothing)",
                "feed.json:5:11: the item's id 'https://example.org/catalogue/a/' is there already, in line 4. Give each item an id of its own",
                "feed.json:5:54: the feed's url 'https://example.org/other/' is not an address of this site. Begin it with \(Self.base)",
                "feed.json:6:46: 'https://example.org/catalogue/b/' \(Self.nothing)",
            ])
    }

    @Test(arguments: ["feed.json", "data/all.json"])
    func everyJSONFileIsJSON(_ path: String) throws {
        let remedy = "Build the site again, or mend the file"
        let faults = [
            ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [}", "1:59", "expected a value, found '}'"),
            ("{\n\"title\": \"Register\"", "2:20", "the text ends where ',' or '}' is expected"),
            ("{\"title\": \"\\x\"}", "1:13", "'\\' before 'x'"),
            ("", "1:1", "the text ends where a value is expected"),
        ]
        for (text, place, what) in faults {
            #expect(try problems(path, text) == ["\(path):\(place): is no JSON from here on: \(what). \(remedy)"])
        }
    }

    @Test func theStatusHasMomentsOrNone() throws {
        #expect(try problems("status.json", #"{"checked_at": "2026-03-01T04:05:06Z", "changed_at": null}"#) == [])
        let remedy = "is no time such as 2026-03-01T04:05:06Z (RFC 3339). Build the site again"
        let found = try problems("status.json", #"{"checked_at": "yesterday", "changed_at": 5}"#)
        #expect(found == ["status.json:1:17: 'checked_at' \(remedy)", "status.json:1:43: 'changed_at' \(remedy)"])
        #expect(try problems("status.json", "{") != [])
    }

    @Test func theLinksOfOtherJSONAreLeftAlone() throws {
        let found = try problems("data/all.json", "[{\"url\": \"https://example.org/catalogue/b/\"}]")
        #expect(found == [])
    }

    @Test func anAtomFeedNamesPagesOfThisSite() throws {
        let feed = """
            <?xml version="1.0"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/catalogue/</id><link rel="self" href="https://example.org/catalogue/feed.xml"/>
            <entry><id>tag:1</id><link href="https://example.org/catalogue/a/"/><link rel="via" href="https://elsewhere.example/"/></entry>
            <entry><id>tag:1</id><link href="https://example.org/catalogue/b/"/></entry>
            <entry><id>tag:2</id><link rel="alternate" href="https://elsewhere.example/"/><!-- <link href="https://none.example/"/> -->
            <content type="html"><![CDATA[<link href="x">]]></content></entry>
            </feed>
            """
        let found = try problems("feed.xml", feed)
        #expect(
            found == [
                "feed.xml:4:12: the entry's id 'tag:1' is there already, in line 3. Give each entry an id of its own",
                "feed.xml:4:34: 'https://example.org/catalogue/b/' \(Self.nothing)",
                "feed.xml:5:50: the feed's link 'https://elsewhere.example/' is not an address of this site. Begin it with \(Self.base)",
            ])
    }

    @Test func aSitemapNamesPagesOfThisSite() throws {
        let sitemap = """
            <urlset xmlns:image="i"><url><loc> https://example.org/catalogue/a/ </loc><image:image><image:loc>https://elsewhere.example/i.jpg</image:loc></image:image></url>
            <url><loc>https://example.org/catalogue/b/</loc></url><url><loc>https://example.com/</loc></url></urlset>
            """
        let found = try problems("sitemap.xml", sitemap)
        #expect(
            found == [
                "sitemap.xml:2:11: 'https://example.org/catalogue/b/' \(Self.nothing)",
                "sitemap.xml:2:65: the sitemap's entry 'https://example.com/' is not an address of this site. Begin it with \(Self.base)",
            ])
    }

    @Test func robotsNameTheSitemap() throws {
        let found = try problems("robots.txt", "User-agent: *\nSitemap: https://example.org/catalogue/sitemap.xml\r\n")
        #expect(
            found == [
                "robots.txt:2:10: 'https://example.org/catalogue/sitemap.xml' leads to nothing: there is no 'sitemap.xml'. "
                    + "Mend the link, or add the file"
            ])
    }

    @Test func aStyleSheetLoadsWhatIsThere() throws {
        let css = """
            @import "none.css"; /* url(x.png) */ a { background: url( "../a/i.svg" ), url(none.png) }
            b { mask: url(#m); background: url(data:image/png;base64,AA==) }
            """
        let found = try problems("assets/a.css", css)
        #expect(
            found == [
                "assets/a.css:1:10: 'none.css' leads to nothing: there is no 'assets/none.css'. Mend the link, or add the file",
                "assets/a.css:1:79: 'none.png' leads to nothing: there is no 'assets/none.png'. Mend the link, or add the file",
            ])
    }

    @Test func withoutABaseTheHomePageTellsIt() throws {
        try FileTree([
            "index.html": "<link rel=canonical href=https://example.org/catalogue/>",
            "sitemap.xml": "<urlset><url><loc>https://example.org/b/</loc></url></urlset>",
        ]).write(to: folder.output)
        let found = try SiteChecker(output: folder.output).check().problems.map(\.description)
        #expect(
            found == [
                "sitemap.xml:1:19: the sitemap's entry 'https://example.org/b/' is not an address of this site. Begin it with \(Self.base)"
            ])
    }
}
