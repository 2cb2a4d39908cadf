import Catalogue
import Foundation
import SiteGenerator
import Testing

/// The text of a record stays text, whatever it contains.
@Suite struct HostileTextTests {
    private static let texts = [
        "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)", "{{{body_html}}}{{> x}}{{/site}}",
        "<!--<script>", "]]></title>", "\u{202E}\u{2067}x", "&lt;script&gt;&#60;", "\\\"\u{2028}\u{2029}", "javascript:alert(1)",
        "../../..", "-->",
        String(repeating: "W", count: 600), "\u{FFFE}\u{0}", " ",
    ]

    /// A register in which each text of a record is the next one in the list.
    private static func input(from start: Int) throws -> SiteInput {
        var place = start
        var text: String {
            place += 1
            return texts[place % texts.count]
        }
        var settings = Sample.settings
        settings.title = LocalizedText(text)
        settings.description = LocalizedText(text)
        settings.author.name = text
        settings.pageSize = 100
        return try Sample.input(
            { contents in
                for index in contents.licences.indices where index > 0 { contents.licences[index].name = text }
                for index in contents.licences.indices { contents.licences[index].link = text }
                for index in contents.images.indices {
                    contents.images[index].name = text
                    contents.images[index].credit = text
                    if index % 2 == 0 { contents.images[index].imageURL = text }
                }
                for index in contents.agencies.indices {
                    contents.agencies[index].name = text
                    contents.agencies[index].abbrev = text
                    contents.agencies[index].profile?.description = text
                    contents.agencies[index].profile?.administrator = text
                    contents.agencies[index].profile?.countries = [Country(id: 1, name: text)]
                }
                for index in contents.families.indices { contents.families[index].name = text }
                for index in contents.configurationTypes.indices { contents.configurationTypes[index].name = text }
                for index in contents.configurations.indices {
                    contents.configurations[index].name = text
                    contents.configurations[index].details?.details = text
                    contents.configurations[index].details?.wikiLink = text
                    contents.configurations[index].details?.flightLife = text
                }
                for index in contents.statuses.indices { contents.statuses[index].name = text }
                for index in contents.spacecraft.indices {
                    contents.spacecraft[index].name = text
                    contents.spacecraft[index].serialNumber = text
                    contents.spacecraft[index].description = text
                    contents.spacecraft[index].flights = [
                        Flight(
                            id: RecordID(index + 1), destination: text,
                            launch: Launch(
                                id: text, name: text, net: Sample.firstFetch, netPrecision: text, status: text,
                                launchServiceProvider: .init(id: 121, name: text), rocket: text),
                            landing: Landing(success: true, landingLocation: text, type: text))
                    ]
                }
            }, settings: settings,
            history: [
                DatedChange(
                    date: Sample.firstFetch,
                    change: Sample.change(
                        .spacecraft, 126, text, ("name", text + "2", text), (text, text, text), ("flights › 2 › destination", text, text)))
            ],
            about: text)
    }

    @Test(arguments: [0, 4, 8])
    func noTextBecomesMarkupAScriptOrAFault(start: Int) throws {
        let site = try Rendered(Self.input(from: start))
        for (path, html) in site.pages {
            let tags = html.matches(of: /<(\/?[a-zA-Z][a-zA-Z0-9]*)/).map { String($0.output.1) }
            #expect(tags.count { $0 == "script" } == tags.count { $0 == "/script" }, "\(path)")
            let bare = html.replacing(/="[^"]*"/, with: "")
            #expect(!bare.contains(/<script>|<[a-zA-Z][^>]*\son[a-z]+/), "\(path)")
            #expect(!html.contains(/(href|src)="javascript:/), "\(path)")
            #expect(html.ranges(of: "</title>").count == 1 + html.matches(of: /<\/title><\/(circle|path)>/).count, "\(path)")
            for script in html.matches(of: /<script type="application\/ld\+json">(.*)<\/script>/) {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(script.output.1.utf8)) }
            }
        }
        for path in site.files.keys.sorted() where path.hasSuffix(".json") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(site.files[path] ?? [])) }
        }
        #expect(site.files.count == Set(site.files.keys).count)
    }

    @Test func aSiteThatShowsNoPicturesNamesNoneInItsMetadataEither() throws {
        var settings = Sample.settings
        settings.images.delivery = .none
        let site = try Rendered(Sample.input(settings: settings))
        for path in site.files.keys.sorted() where !path.hasPrefix("assets/") {
            let text = site[path]
            #expect(
                !text.contains("<img ") && !text.contains("og:image") && !text.contains("ImageObject")
                    && !text.contains("pictures.example.net"), "\(path)")
        }
        #expect(site["spacecraft/551-heron-freedom/index.html"].contains("Credit: <bdi>NASA/"))
    }

    @Test func aPageThatIsSharedHasItsTitleItsWordsAndItsPicture() throws {
        let page = try Rendered.sample()["spacecraft/551-heron-freedom/index.html"]
        for line in [
            #"<meta property="og:title" content="Heron Freedom">"#,
            #"<meta property="og:url" content="https://example.org/catalogue/spacecraft/551-heron-freedom/">"#,
            #"<meta property="og:image" content="https://pictures.example.net/20.jpg">"#,
            #"<meta property="og:image:alt" content="Heron over &lt;Earth&gt;">"#,
            #"<meta name="twitter:card" content="summary_large_image">"#,
            #"<link rel="canonical" href="https://example.org/catalogue/spacecraft/551-heron-freedom/">"#,
        ] { #expect(page.contains(line), "\(line)") }
        let unlicensed = try Rendered.sample()["spacecraft/126-lark-tm-4/index.html"]
        #expect(!unlicensed.contains("og:image"))
        #expect(unlicensed.contains(#"<meta name="twitter:card" content="summary">"#))
    }
}
