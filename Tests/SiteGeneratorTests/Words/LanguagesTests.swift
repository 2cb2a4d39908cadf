import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// A site in several languages.
@Suite struct LanguagesTests {
    private func files(_ translations: [String], _ change: (inout SiteSettings) -> Void = { _ in }) throws -> [String: String] {
        var settings = Sample.settings
        settings.translations = translations
        change(&settings)
        let site = try SiteGenerator(try Sample.input(settings: settings))
        return try Dictionary(
            uniqueKeysWithValues: site.files.map { file in
                var output = OutputBuffer()
                try site.render(file, into: &output)
                return (file.path, String(decoding: output.bytes, as: UTF8.self))
            })
    }

    @Test func theFirstIsAtTheRootAndEachOtherInAFolderWithItsPagesFeedsAndSearch() throws {
        let one = try files([])
        let two = try files(["de"])
        let own = one.keys.filter {
            !$0.hasPrefix("assets/") && $0 != "robots.txt" && $0 != "status.json"
                && !($0.hasPrefix("data/") && $0.contains(/\.(csv|json|sqlite)$/)) && !$0.hasSuffix("/index.json")
        }
        #expect(Set(two.keys) == Set(one.keys).union(own.map { "de/" + $0 }).union(["de/data/search.json"]))
        #expect(one["spacecraft/index.html"]?.contains("hreflang") == false)
    }

    @Test func aPageLeadsToItselfInEachLanguageForVisitorsAndForSearchEngines() throws {
        let page = try #require(try files(["de"])["de/spacecraft/126-lark-tm-4/index.html"])
        let base = "https://example.org/catalogue/"
        for part in [
            #"<html lang="de">"#, #"<link rel="canonical" href="\#(base)de/spacecraft/126-lark-tm-4/">"#,
            #"<link rel="alternate" hreflang="en" href="\#(base)spacecraft/126-lark-tm-4/">"#,
            #"<link rel="alternate" hreflang="de" href="\#(base)de/spacecraft/126-lark-tm-4/">"#,
            #"<link rel="alternate" hreflang="x-default" href="\#(base)spacecraft/126-lark-tm-4/">"#,
            #"<a href="../../../spacecraft/126-lark-tm-4/" lang="en" hreflang="en" aria-current="false">English</a>"#,
            #"<a href="../../../de/spacecraft/126-lark-tm-4/" lang="de" hreflang="de" aria-current="true">Deutsch</a>"#,
            #"<link rel="stylesheet" href="../../../assets/"#, #"<a href="../../configurations/2-lark-tm/">"#,
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    /// The lines of a file in which a text stands.
    private func lines(_ files: [String: String], _ path: String, with text: String) -> [String] {
        (files[path] ?? "").split(separator: "\n").filter { $0.contains(text) }.map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }

    @Test func eachLanguageHasTheTitleAndTheDescriptionThatAreGivenForIt() throws {
        let files = try files(["de-AT", "fr"]) {
            $0.title = LocalizedText(["en": "The Register", "de": "Das Register"])
            $0.description = LocalizedText(["en": "All craft.", "de-AT": "Alle Raumfahrzeuge."])
        }
        for (folder, title, description) in [
            ("", "The Register", "All craft."), ("de-AT/", "Das Register", "Alle Raumfahrzeuge."), ("fr/", "The Register", "All craft."),
        ] {
            #expect(lines(files, folder + "index.html", with: "<title>").first == "<title>\(title)</title>")
            #expect(
                lines(files, folder + "index.html", with: "name=\"description\"") == [
                    "<meta name=\"description\" content=\"\(description)\">"
                ])
            #expect(files[folder + "about/index.html"]?.contains("– \(title)</title>") == true)
            #expect(lines(files, folder + "feed.xml", with: "<subtitle>") == ["<subtitle>\(description)</subtitle>"])
            #expect(lines(files, folder + "feed.json", with: "\"description\"") == ["\"description\": \"\(description)\","])
            #expect(lines(files, folder + "opensearch.xml", with: "<ShortName>") == ["<ShortName>\(title)</ShortName>"])
        }
        #expect(lines(files, "data/datapackage.json", with: "\"title\": \"The Register\"").count == 1)
        #expect(lines(files, "data/datapackage.json", with: "\"description\": \"All craft.\"").count == 1)
    }

    /// Polish has no words here, and so no name.
    @Test func noTwoLanguagesHaveOneName() throws {
        let page = try #require(try files(["en-GB", "pl", "de"])["index.html"])
        let names = page.matches(of: /hreflang="[^"]*" aria-current="[a-z]*">([^<]*)</).map { String($0.1) }
        #expect(names == ["English (en)", "English (en-GB)", "pl", "Deutsch"])
    }

    @Test func theSourcesTextsAreMarkedAsEnglishInTheFeedsOfOtherLanguages() throws {
        let files = try files(["ar"])
        #expect(files["ar/feed.xml"]?.contains(#"<content type="html" xml:lang="en">"#) == true)
        #expect(files["ar/feed.json"]?.contains(#""content_html": "<div lang=\"en\" dir=\"ltr\">"#) == true)
        #expect(files["feed.xml"]?.contains(#"<content type="html">"#) == true)
        #expect(files["feed.json"]?.contains("lang=") == false)
    }

    @Test(arguments: [
        ("de", #"[…]"#, "„Flugpause vor einem Flug“"), ("ja", #"[…]"#, "「飛行 › 再飛行間隔」"), ("es", #"[…]"#, "«intervalo entre vuelos»"),
        ("en", #"[…]"#, "flights › turnaround"),
    ])
    func aDoubtNamesAFieldInsideAnotherInTheLanguageAndAValueThatIsTooLongByASign(language: String, value: String, field: String) throws {
        var settings = Sample.settings
        settings.language = language
        var input = try Sample.input(settings: settings)
        input.unusableValues = [UnusableValue(of: EntityKey(.spacecraft, 126), field: "flights › turn_around_time", value: "a list")]
        let site = try SiteGenerator(input)
        var output = OutputBuffer()
        try site.render(try #require(site.files.first { $0.path == "spacecraft/126-lark-tm-4/index.html" }), into: &output)
        let page = String(decoding: output.bytes, as: UTF8.self)
        #expect(page.contains(value))
        #expect(page.contains(field))
    }

    /// The publisher has no name of its own.
    @Test func noFileOfALanguageHasTheTitleOfAnotherAndASharedOneHasThatOfTheFirst() throws {
        let files = try files(["de"]) {
            $0.title = LocalizedText(["en": "Sole Register", "de": "Einziges Verzeichnis"])
            $0.author.name = ""
        }
        let own = files.filter { $0.key.hasPrefix("de/") }
        #expect(own.filter { $0.value.contains("Sole Register") }.keys.sorted() == [])
        #expect(files.filter { own[$0.key] == nil && $0.value.contains("Einziges Verzeichnis") }.keys.sorted() == [])
        #expect(own["de/index.html"]?.contains(">Einziges Verzeichnis</a>") == true)
        #expect(own["de/feed.xml"]?.contains("<author><name>Einziges Verzeichnis</name>") == true)
        #expect(
            lines(files, "data/datapackage.json", with: "Sole Register") == [
                "\"title\": \"Sole Register\",", "\"title\": \"Sole Register\",",
            ])
    }

    @Test func aSiteWithoutADescriptionHasASentenceOfTheWordsOfEachLanguage() throws {
        let files = try files(["de"]) { $0.description = nil }
        for (folder, description) in [
            ("", "Spacecraft of Launch Library 2, each with its record, its picture and its credits."),
            ("de/", "Raumfahrzeuge aus Launch Library 2, jedes mit Eintrag, Bild und Bildnachweis."),
        ] {
            #expect(
                lines(files, folder + "index.html", with: "name=\"description\"") == [
                    "<meta name=\"description\" content=\"\(description)\">"
                ])
            #expect(files[folder + "index.html"]?.contains("\"description\":\"\(description)\"") == true)
            #expect(lines(files, folder + "feed.xml", with: "<subtitle>") == ["<subtitle>\(description)</subtitle>"])
        }
    }

    @Test func theSitemapsAndTheRobotsKnowAllLanguages() throws {
        let files = try files(["de", "ar"])
        #expect(
            files["de/sitemap.xml"]?.contains(
                #"<xhtml:link rel="alternate" hreflang="ar" href="https://example.org/catalogue/ar/about/"/>"#) == true)
        let settings = { (base: String) in
            var settings = Sample.settings
            settings.baseURL = base
            settings.translations = ["de"]
            return settings
        }
        let site = try SiteGenerator(try Sample.input(settings: settings("https://example.org/")))
        let robots = try #require(site.files.first { $0.path == "robots.txt" })
        var output = OutputBuffer()
        try site.render(robots, into: &output)
        #expect(
            String(decoding: output.bytes, as: UTF8.self)
                == "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\nSitemap: https://example.org/de/sitemap.xml\n")
    }

    @Test func theItemsOfEachFeedHaveIdsOfTheirOwn() throws {
        let files = try files(["de"])
        #expect(files["feed.json"]?.contains(#""id": "tag:example.org,2026:spacecraft/126""#) == true)
        #expect(files["de/feed.json"]?.contains(#""id": "tag:example.org,2026:de/spacecraft/126""#) == true)
        #expect(files["de/feed.json"]?.contains(#""language": "de""#) == true)
    }

    @Test func arabicIsWrittenFromRightToLeftAndTheSourcesTextsAreMarkedAsEnglish() throws {
        let page = try #require(try files(["ar"])["ar/spacecraft/126-lark-tm-4/index.html"])
        #expect(page.contains(#"<html lang="ar" dir="rtl">"#))
        #expect(page.contains(#"<div class="prose story" lang="en" dir="ltr">"#))
    }
}
