import Foundation
import HangarKit
import TestSupport
import Testing

@Suite struct BuildTests {
    @Test func theExampleSiteIsBuiltFromItsSnapshotAndItsLastLineSaysWhatIsOnTheDisk() async throws {
        let folder = try TemporaryFolder()
        let outcome = await Terminal(folder: folder).build(repository + "/Site", to: folder("public"))
        let files = try folder.files(in: "public").filter { $0.key != ".hangar-manifest" }
        let pages = files.keys.count { $0.hasSuffix(".html") }
        let size = String(format: "%.1f MB", Double(files.values.reduce(0) { $0 + $1.count }) / 1e6)
        #expect(
            outcome
                == Outcome(
                    output: """
                        ~/public: \(pages) pages in \(files.count) files, \(size), in 0.42 s; \(files.count) written, 0 unchanged; nothing skipped
                        Look at it: open ~/public/index.html in a browser.

                        """))
        #expect(files["spacecraft/126-soyuz-tm-4/index.html"] != nil)
        #expect(await Terminal(folder: folder).check(folder("public")).status == .done)
    }

    @Test func aSecondBuildOfTheSameWritesNothingNoFileGetsAnotherInodeOrTime() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let before = try folder.identities(in: "public")
        let outcome = await Terminal(verbosity: .verbose, folder: folder).build(folder("site"), to: folder("public"))
        #expect(try folder.identities(in: "public") == before)
        let count = before.count - 1
        #expect(
            outcome.output.hasSuffix(
                "in 0.42 s; 0 written, \(count) unchanged; nothing skipped\nLook at it: open ~/public/index.html in a browser.\n"))
        #expect(outcome.diagnostics == [])
    }

    @Test func whatTheConfigurationSaysReachesThePages() async throws {
        let configuration = """
            title: Polar & Co.
            base_url: https://polar.example/craft/
            description: Craft of the north.
            language: nb
            index: {page_size: 1}
            author: {name: Polar Bureau, url: "https://bureau.example/", email: office@polar.example}
            """
        let folder = try await fetchedSite(adding: [
            "site/hangar.yml": configuration, "site/Templates/pages/about.html.mustache": "{{site.author.email}}",
        ])
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let home = try folder.text("public/index.html")
        #expect(home.contains("<html lang=\"nb\""))
        #expect(home.contains("Polar &amp; Co."))
        #expect(home.contains("content=\"Craft of the north.\""))
        #expect(folder.exists("public/spacecraft/page/2/index.html"))
        #expect(!folder.exists("public/spacecraft/page/3/index.html"))
        let feed = try folder.text("public/feed.xml")
        #expect(feed.contains("<author><name>Polar Bureau</name><uri>https://bureau.example/</uri></author>"))
        #expect(feed.contains("href=\"https://polar.example/craft/spacecraft/"))
        #expect(try folder.text("public/about/index.html") == "office@polar.example")
    }

    @Test func theWholeSiteInOneMomentWhatIsPublishedIsTheSameAndWhatIsTheSameIsNotTouched() async throws {
        let folder = try await fetchedSite(adding: ["swap/hangar.yml": smallestConfiguration + "publish: {method: swap}\n"])
        try FileManager.default.copyItem(atPath: folder("site/data"), toPath: folder("swap/data"))
        _ = await Terminal().build(folder("site"), to: folder("in-place"))
        for _ in 1...2 { #expect(await Terminal().build(folder("swap"), to: folder("swapped")).status == .done) }
        let before = try folder.identities(in: "swapped")
        try folder.write("Words of our own.", to: "swap/content/about.txt")
        try folder.write("Words of our own.", to: "site/content/about.txt")
        _ = await Terminal().build(folder("site"), to: folder("in-place"))
        let outcome = await Terminal(verbosity: .verbose, folder: folder).build(folder("swap"), to: folder("swapped"))
        #expect(outcome.output.hasPrefix("wrote about/index.html\n~/swapped: "))
        #expect(try folder.files(in: "swapped") == folder.files(in: "in-place"))
        let after = try folder.identities(in: "swapped")
        #expect(after.filter { before[$0.key] != $0.value }.map(\.key) == ["about/index.html"])
    }

    @Test func theWayToTheSiteDoesNotMatterASlashAtItsEndASymbolicLink() async throws {
        let folder = try await fetchedSite()
        try folder.link("link", to: folder("site"))
        for (site, output) in [("site", "a"), ("site/", "b"), ("link", "c")] {
            #expect(await Terminal().build(folder(site), to: folder(output)).status == .done)
        }
        let files = try folder.files(in: "a")
        #expect(try folder.files(in: "b") == files)
        #expect(try folder.files(in: "c") == files)
    }

    @Test func baseUrlTakesThePlaceOfTheConfigurationsAndGetsItsSlash() async throws {
        let folder = try await fetchedSite()
        let outcome = await Terminal().build(folder("site"), to: folder("public"), ["--base-url", "https://other.example/catalogue"])
        #expect(outcome.status == .done)
        #expect(try folder.text("public/sitemap.xml").contains("<loc>https://other.example/catalogue/spacecraft/"))
        let all = try folder.files(in: "public").values.map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(!all.contains("polar.example"))
    }

    @Test(arguments: [
        "example.org", "ftp://example.org/", "https://example.org/?a=b", "https://example.org/a b/", "https://", "",
        "https://example.org/a/../b/", "https://example.org/./", "https://example.org/%2e%2E/b/", "https://example.org:99999/",
        "https://example.org:0/", "https://keeper@example.org/", "https://example.org/%zz/",
    ])
    func anAddressThatOthersCannotBeMadeFromIsRefused(address: String) async throws {
        let folder = try await fetchedSite()
        let outcome = await Terminal().build(folder("site"), to: folder("public"), ["--base-url", address])
        #expect(
            outcome
                == Outcome(
                    status: .usage,
                    diagnostics: [
                        "hangar: error: --base-url \(address): this is no address that others can be made from. "
                            + "Give one such as https://example.org/catalogue/."
                    ]))
        #expect(!folder.exists("public"))
    }

    @Test(arguments: [
        ("https://example.org//", "https://example.org/"), ("https://example.org//x//", "https://example.org/x/"),
        ("HTTPS://Example.ORG:/x", "https://example.org/x/"), ("https://example.org/it's/&x=1/", "https://example.org/it's/&x=1/"),
        ("https://example.org:8443/a(b)/c+d,e;f@g:h!$*/", "https://example.org:8443/a(b)/c+d,e;f@g:h!$*/"),
        ("https://example.org/%C3%BC/", "https://example.org/%C3%BC/"), ("http://[::1]:8080/x", "http://[::1]:8080/x/"),
    ])
    func theWholeSiteWorksAtAnyAddress(written: String, root: String) async throws {
        let folder = try await fetchedSite()
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"), ["--base-url", written])
        #expect(outcome.status == .done)
        let check = await Terminal(folder: folder).check(folder("public"))
        #expect(check.status == .done && check.diagnostics == [], "\(check)")
        let inMarkup = root.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
        let path = "/" + inMarkup.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst(2).joined()
        #expect(try folder.text("public/index.html").contains("<link rel=\"canonical\" href=\"\(inMarkup)\">"))
        #expect(try folder.text("public/404.html").contains("href=\"\(path)assets/site."))
        #expect(try folder.text("public/feed.json").contains("\"feed_url\": \"\(root)feed.json\""))
        #expect(
            try folder.text("public/feed.xml").contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"\(inMarkup)feed.xml\"/>"))
        #expect(try folder.text("public/sitemap.xml").contains("<loc>\(inMarkup)spacecraft/11-aurora-1/</loc>"))
        // Search engines read it nowhere else.
        #expect(folder.exists("public/robots.txt") == (path == "/"))
    }

    @Test(arguments: [
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://例え.テスト:8080/x/", "https://xn--r8jz45g.xn--zckzah:8080/x/"),
        ("https://example.org/bücher/", "https://example.org/b%C3%BCcher/"),
    ])
    func anAddressOutsideASCIIIsGivenInItsASCIIForm(written: String, right: String) async throws {
        let folder = try await fetchedSite(adding: ["other/hangar.yml": "title: A\nbase_url: \(written)\n"])
        #expect(
            await Terminal(folder: folder).build(folder("site"), to: folder("public"), ["--base-url", written])
                == Outcome(
                    status: .usage,
                    diagnostics: ["hangar: error: --base-url \(written): an address is written in ASCII. Write it as \(right)."]))
        #expect(
            await Terminal(folder: folder).build(folder("other"), to: folder("public"))
                == Outcome(
                    status: .configuration,
                    diagnostics: [
                        "hangar: error: ~/other/hangar.yml:2:11: base_url: an address is written in ASCII. Write it as \"\(right)\"."
                    ]))
    }

    @Test(arguments: [
        (
            ["assets/badges/own.svg", "assets/badges-own.svg"],
            "~/site/assets/badges/own.svg: in templates this file and ~/site/assets/badges-own.svg have the same name, assets.badges_own_svg"
        ),
        (
            ["assets/badges-own.svg", "assets/badges_own.svg"],
            "~/site/assets/badges_own.svg: in templates this file and ~/site/assets/badges-own.svg have the same name, assets.badges_own_svg"
        ),
        (
            ["assets/caf\u{E9}.txt", "assets/cafe\u{301}.txt"],
            "~/site/assets/caf\u{E9}.txt: in templates this file and ~/site/assets/cafe\u{301}.txt have the same name, assets.caf__txt"
        ),
        (
            ["assets/site-css"],
            "default theme: assets/site.css: in templates this file and ~/site/assets/site-css have the same name, assets.site_css"
        ),
        (
            ["Templates/partials/caf\u{E9}.mustache", "Templates/partials/cafe\u{301}.mustache"],
            "~/site/Templates/partials/caf\u{E9}.mustache: in templates this file and ~/site/Templates/partials/cafe\u{301}.mustache "
                + "have the same name, partials/cafe\u{301}.mustache"
        ),
    ])
    func twoFilesOfOneNameInTemplatesAreAnErrorThatNamesBoth(paths: [String], message: String) async throws {
        let folder = try await fetchedSite()
        for path in paths { try folder.write("1", to: "site/" + path) }
        let expected = Outcome(status: .badData, diagnostics: ["hangar: error: \(message). Rename one of them."])
        #expect(await Terminal(folder: folder).build(folder("site"), to: folder("public")) == expected)
        #expect(
            await Terminal(folder: folder).run(CheckCommand.self, ["--templates", "--site", folder("site")]) == expected)
        #expect(!folder.exists("public"))
    }

    @Test func assetsWhoseNamesDifferOnlyInCaseAreTwo() async throws {
        let folder = try await fetchedSite(adding: ["site/assets/Badge.svg": "<svg/>", "site/assets/badge.svg": "<svg></svg>"])
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder("public/assets"))
        #expect(names.count { $0.lowercased().hasPrefix("badge.") } == 2)
    }

    @Test func filesInCSVBeginWithAByteOrderMarkWhereThatIsAskedFor() async throws {
        let configuration = smallestConfiguration + "downloads: {csv_byte_order_mark: true}\n"
        let folder = try await fetchedSite(adding: ["site/hangar.yml": configuration])
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let files = try folder.files(in: "public/data").filter { $0.key.hasSuffix(".csv") }
        #expect(files.keys.sorted() == ["configurations.csv", "spacecraft.csv"])
        for (path, bytes) in files { #expect(Array(bytes.prefix(5)) == [0xEF, 0xBB, 0xBF] + Array("id".utf8), "\(path)") }
        #expect(await Terminal().check(folder("public")).status == .done)
    }

    @Test func picturesAreTreatedAsTheRuleForTheirLicencesClassSays() async throws {
        let records = Records.page(
            Records.craft(11, "Aurora 1", licence: "CC BY 4.0"), Records.craft(12, "Aurora 2", licence: "CC BY-SA 4.0"),
            Records.craft(13, "Aurora 3", licence: "Kyodo News Copyright"))
        let rules = "images:\n  licences:\n    share_alike: omit\n    attribution: show\n    all_rights_reserved: link\n"
        let folder = try await fetchedSite(records, adding: ["site/hangar.yml": smallestConfiguration + rules])
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.output.contains("; skipped: 2 pictures by licence\n"))
        let shown = try folder.text("public/spacecraft/11-aurora-1/index.html")
        #expect(shown.contains("src=\"https://pictures.example/11"))
        let omitted = try folder.text("public/spacecraft/12-aurora-2/index.html")
        #expect(!omitted.contains("https://pictures.example/12"))
        let linked = try folder.text("public/spacecraft/13-aurora-3/index.html")
        #expect(!linked.contains("src=\"https://pictures.example/13"))
        #expect(linked.contains("href=\"https://pictures.example/13"))
    }

    @Test func aSitesOwnTemplatesAssetsAndWordsStandInThePlaceOfTheThemesFileByFile() async throws {
        let folder = try await fetchedSite(adding: [
            "site/Templates/partials/plate.html.mustache": "<p id=\"plate\">{{assets.badges_own_svg}}</p>",
            "site/assets/badges/own.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "site/assets/site.css": "body { color: teal }",
            "site/content/about.txt": "Words of our own.",
        ])
        #expect(await Terminal().build(folder("site"), to: folder("public")).diagnostics == [])
        let page = try folder.text("public/spacecraft/11-aurora-1/index.html")
        let assets = try folder.files(in: "public/assets")
        let badge = try #require(assets.keys.first { $0.hasPrefix("badges/own.") })
        #expect(page.contains("<p id=\"plate\">assets/\(badge)</p>"))
        let style = try #require(assets.first { $0.key.hasPrefix("site.") && $0.key.hasSuffix(".css") })
        #expect(style.value == Data("body { color: teal }".utf8))
        #expect(page.contains("assets/\(style.key)"))
        #expect(assets.keys.contains { $0.hasPrefix("site-query.") })
        #expect(try folder.text("public/about/index.html").contains("<p>Words of our own.</p>"))
    }
}
