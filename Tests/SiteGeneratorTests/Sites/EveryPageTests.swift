import Catalogue
import Foundation
import SiteGenerator
import Testing

/// Rules that hold on every page of the sample register.
@Suite struct EveryPageTests {
    private let site: Rendered
    private let pages: [(path: String, html: String)]

    init() throws {
        site = try Rendered.sample()
        pages = site.pages
    }

    private func all(_ pattern: some RegexComponent<(Substring, Substring)>, in html: String) -> [String] {
        html.matches(of: pattern).map { String($0.output.1) }
    }

    private var wholePages: [(path: String, html: String)] { pages.filter { !$0.html.contains("data-redirect") } }

    @Test func titlesAreUnique() {
        let titles = pages.flatMap { all(/<title>([^<]*)<\/title>\n<meta/, in: $0.html) }
        #expect(titles.count == pages.count)
        let repeated = Dictionary(grouping: titles, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        #expect(repeated == [])
    }

    @Test func eachPageNamesItsSourceAndTheDateAtWhichWhatItShowsLastChanged() {
        let date = /The Space Devs<\/a>. Last change of the records shown: <time datetime="2026-0(1-01T00:00:00|3-01T04:05:06)Z">/
        #expect(wholePages.filter { !$0.html.contains(date) }.map(\.path) == [])
    }

    @Test func aDescriptionIsOneLineOf40To155CharactersAndNoOtherPages() {
        var all: [String] = []
        defer { #expect(Dictionary(grouping: all, by: \.self).filter { $0.value.count > 1 }.keys.sorted() == []) }
        for (path, html) in wholePages {
            let descriptions = self.all(/<meta name="description" content="([^"]*)">/, in: html)
            #expect(descriptions.count == 1, "\(path)")
            let text = descriptions.joined().replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing(
                /&(amp|lt|gt);/, with: "&")
            #expect((40...155).contains(text.count) && !text.contains("\n"), "\(path): \(text)")
            all.append(text)
        }
    }

    @Test func nothingLeadsToADevelopmentHost() {
        let files = site.files.keys.sorted().filter { site[$0].contains("lldev.") || site[$0].contains("thespacedevs-dev") }
        #expect(files == [])
    }

    @Test func eachPictureHasItsCreditAndItsLicenceBesideIt() {
        for (path, html) in pages {
            for figure in html.split(separator: "<figure class=\"picture").dropFirst() where figure.contains("<img ") {
                let words = figure.prefix(upTo: figure.firstRange(of: "</figure>")?.lowerBound ?? figure.startIndex)
                #expect(words.contains("Credit: ") && words.contains("Licence: ") && words.contains("Source: Launch Library 2"), "\(path)")
                #expect(words.contains(/alt="[^"]+" width="\d+" height="\d+"/), "\(path)")
                #expect(
                    words.contains(/aria-hidden="true"><use href="#s-[a-z_]+"\/><\/svg>\n(<picture>\n(<source [^>]+>\n)+)?<img/),
                    "\(path): no drawing behind the picture")
                #expect(words.contains("referrerpolicy=\"no-referrer\""), "\(path)")
            }
        }
    }

    @Test func linksInsideTheSiteAreRelativeAndLeadToAFileOfIt() throws {
        for (path, html) in pages {
            let base = try #require(URL(string: "https://example.org/catalogue/" + path))
            for link in all(/(?:href|src)="([^"#?]*)[#?"]/, in: html) where !link.isEmpty {
                let target = try #require(URL(string: link, relativeTo: base)?.absoluteURL, "\(path): \(link)")
                guard target.host() == "example.org", target.path() != "/keepers" else { continue }
                if path != "404.html" && !html.contains("canonical\" href=\"\(link)\"") {
                    #expect(!link.hasPrefix("http") && !link.hasPrefix("/"))
                }
                let file = String(target.path(percentEncoded: false).dropFirst("/catalogue/".count))
                #expect(site.files[file.isEmpty || file.hasSuffix("/") ? file + "index.html" : file] != nil, "\(path): \(link)")
            }
        }
    }

    @Test func anIdStandsOnceOnAPageAndNoDateIsEmpty() {
        for (path, html) in pages {
            let ids = all(/\ id="([^"]*)"/, in: html)
            #expect(ids.count == Set(ids).count, "\(path)")
            #expect(!html.contains("datetime=\"\""), "\(path)")
            #expect(!html.contains(/>(null|P0D|PT[0-9A-Z]+)</), "\(path)")
        }
    }

    @Test func whatSearchEnginesReadIsJSONOfSchemaOrg() throws {
        for (path, html) in wholePages where path != "index.html" && path != "404.html" {
            let scripts = all(/<script type="application\/ld\+json">(.*)<\/script>/, in: html)
            #expect(scripts.count == 2, "\(path)")
            let objects = try scripts.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
            #expect(objects.allSatisfy { $0?["@context"] as? String == "https://schema.org" }, "\(path)")
            #expect(objects.last??["@type"] as? String == "WebPage", "\(path)")
            let date = try #require(objects.last??["dateModified"] as? String)
            #expect(html.contains("Last change of the records shown: <time datetime=\"\(date)\">"), "\(path)")
            let nodes = try #require(objects.first??["@graph"] as? [[String: Any]])
            #expect(nodes.first?["@type"] as? String == "BreadcrumbList", "\(path)")
            #expect(nodes.count { $0["@type"] as? String == "ImageObject" } == html.ranges(of: "<img ").count, "\(path)")
        }
    }

    @Test func noScriptStandsInAPageButThoseOfTheTheme() {
        for (path, html) in pages {
            let scripts = all(/<script([^>]*)>/, in: html).filter { !$0.contains("assets/") && !$0.contains("ld+json") }
            #expect(scripts == [], "\(path)")
            #expect(!html.contains(/\ (style|on[a-z]+)="/), "\(path)")
        }
    }
}
