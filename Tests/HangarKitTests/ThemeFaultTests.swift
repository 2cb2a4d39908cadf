import HangarKit
import TestSupport
import Testing

/// Mistakes in an operator's own theme, as `hangar build` and `hangar check` tell them.
@Suite struct ThemeFaultTests {
    /// A site with its own copy of some templates and with other assets, built and checked.
    func checked(_ tree: [String: String]) async throws -> (folder: TemporaryFolder, build: Outcome, check: Outcome) {
        let folder = try await fetchedSite(adding: tree)
        let build = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        let check = await Terminal(folder: folder).run(CheckCommand.self, [folder("public"), "--site", folder("site")])
        return (folder, build, check)
    }

    static func template(_ path: String) throws -> String { try String(contentsOfFile: "\(repository)/Templates/\(path)", encoding: .utf8) }

    @Test func aFeedThatIsNoXMLIsAnError() async throws {
        let feed = try Self.template("pages/feed.xml.mustache").replacing(
            "<title>{{title}}</title>\n<subtitle>", with: "<b>A & B\n<subtitle>")
        let (_, build, check) = try await checked(["site/Templates/pages/feed.xml.mustache": feed])
        #expect(build.status == .done)
        #expect(check.status == .badData)
        #expect(check.diagnostics == ["hangar: error: ~/public/feed.xml:3:6: is no XML here: a '&' stands for itself. Write it as &amp;."])
    }

    @Test func aSitemapWithoutItsEndIsAnError() async throws {
        let sitemap = try Self.template("pages/sitemap.xml.mustache").replacing("</urlset>", with: "")
        let (folder, build, check) = try await checked(["site/Templates/pages/sitemap.xml.mustache": sitemap])
        #expect(build.status == .done)
        #expect(check.status == .badData)
        let lines = try folder.text("public/sitemap.xml").count { $0 == "\n" }
        #expect(
            check.diagnostics == [
                "hangar: error: ~/public/sitemap.xml:\(lines + 1):1: is no XML here: Premature end of data in tag urlset line 2. Close each tag, the inner ones first."
            ])
    }

    @Test func aStyleSheetLoadsTheSitesOwnPicturesAndFonts() async throws {
        let css = """
            @font-face { font-family: Own; src: url("fonts/own.woff2") format("woff2") }
            body { background: url(bg.png); mask: url('data:image/svg+xml,<svg/>') }
            """
        let (folder, build, check) = try await checked([
            "site/assets/site.css": css, "site/assets/bg.png": "picture", "site/assets/fonts/own.woff2": "font",
        ])
        #expect(build.status == .done)
        #expect(check == Outcome(output: check.output))
        let files = try folder.files(in: "public")
        let sheet = try #require(files.keys.first { $0.hasPrefix("assets/site.") && $0.hasSuffix(".css") })
        let addresses = #/url\(["']?((?:fonts/own|bg)\.[0-9a-f]{10}\.\w+)/#
        let names = try folder.text("public/" + sheet).matches(of: addresses).map { String($0.1) }
        #expect(names.count == 2)
        for name in names { #expect(files["assets/\(name)"] != nil) }
        #expect(try folder.text("public/index.html").contains("img-src 'self' https: data:; font-src 'self'; connect-src"))
    }

    @Test func theDefaultPolicyAllowsNoFontsAndNoPicturesInThePage() async throws {
        let (folder, _, check) = try await checked([:])
        #expect(check.diagnostics == [])
        #expect(try folder.text("public/index.html").contains("style-src 'self'; img-src 'self' https:; connect-src 'self'"))
    }

    @Test func aStyleSheetThatNamesNoFileIsAnErrorOfTheBuild() async throws {
        let (_, build, _) = try await checked(["site/assets/site.css": "p {}\nbody { background: url(bg.png) }\n"])
        #expect(build.status == .badData)
        #expect(
            build.diagnostics == [
                "hangar: error: ~/site/assets/site.css:2:24: 'bg.png' leads to nothing: there is no asset 'bg.png'. Put the file into assets/, or mend the address."
            ])
    }

    @Test func aForeignFontInAStyleSheetIsWarnedOf() async throws {
        let css = "@font-face { font-family: F; src: url(https://fonts.example/f.woff2) }\n"
        let (folder, _, check) = try await checked(["site/assets/site.css": css])
        let pages = try folder.files(in: "public").keys.count { $0.hasSuffix(".html") }
        #expect(check.status == .done)
        #expect(check.diagnostics.count == 1)
        let warning = try #require(check.diagnostics.first)
        #expect(warning.hasPrefix("hangar: warning: ~/public/assets/site."))
        #expect(
            warning.hasSuffix(
                ".css:1:39: the policy of \(pages) pages blocks the font 'https://fonts.example/f.woff2': default-src 'none'. "
                    + "Put the file into assets/ and name it there, or allow its address in the policy."))
    }

    @Test func theThemesOwnPictureNeedsNoCredit() async throws {
        let header = try Self.template("partials/header.html.mustache").replacing(
            "{{site.title}}", with: "<img src=\"{{root}}{{assets.logo_svg}}\" alt=\"Logo\">")
        let (_, build, check) = try await checked([
            "site/Templates/partials/header.html.mustache": header,
            "site/assets/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ])
        #expect(build.status == .done)
        #expect(check.diagnostics == [])
        #expect(check.status == .done)
    }

    @Test func whatThePolicyBlocksIsWarnedOfOnceAndWithItsTemplate() async throws {
        let header = try Self.template("partials/header.html.mustache").replacing(
            "<header class=\"masthead\">",
            with: """
                <header class="masthead">
                <script>alert(1)</script>
                <a href="{{root}}about/" onclick="go()" class="own">About</a>
                <p style="color: red">x</p>
                <p><b>x</p>
                <div><p></div>
                <script src="https://scripts.example/x.js"></script>
                """)
        let (folder, build, check) = try await checked(["site/Templates/partials/header.html.mustache": header])
        let files = try folder.files(in: "public").keys.filter { $0.hasSuffix(".html") }
        let pages = try files.count { try folder.text("public/" + $0).contains("alert(1)") }
        #expect(build.status == .done)
        #expect(build.diagnostics == [])
        #expect(check.status == .done)
        let from = { (line: Int) in "It comes from ~/site/Templates/partials/header.html.mustache:\(line)." }
        #expect(
            check.diagnostics.map { $0.replacing(#/^hangar: warning: ~/public/404\.html:\d+:\d+: /#, with: "") } == [
                "the page's policy blocks a script in the page: script-src 'self' (in \(pages) pages). Put it into a file in assets/ and load that. \(from(2))",
                "the page's policy blocks the attribute onclick: script-src 'self' (in \(pages) pages). Add the listener in a script in assets/. \(from(3))",
                "the page's policy blocks the attribute style: style-src 'self' (in \(pages) pages). Give the element a class, and style that in a style sheet in assets/. \(from(4))",
                "<b> is not closed before </p> (in \(pages) pages). Close it inside the element in which it began. \(from(5))",
                "<p> is empty and not closed before </div> (in \(pages) pages). Close it inside the element in which it began. \(from(6))",
                "the page's policy blocks the script 'https://scripts.example/x.js': script-src 'self' (in \(pages) pages). Put the file into assets/ and name it there, or allow its address in the policy. \(from(7))",
            ])
    }
}
