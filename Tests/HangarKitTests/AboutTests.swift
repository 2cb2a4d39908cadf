import Foundation
import HangarKit
import TestSupport
import Testing

/// The operator's own words for the page 'About'.
@Suite struct AboutTests {
    func built(_ about: [UInt8], _ name: String = "about.html") async throws -> (folder: TemporaryFolder, build: Outcome) {
        let folder = try await fetchedSite(adding: ["site/assets/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"])
        try folder.write("", to: "site/content/\(name)")
        try Data(about).write(to: URL(fileURLWithPath: folder("site/content/\(name)")))
        return (folder, await Terminal(folder: folder).build(folder("site"), to: folder("public")))
    }

    @Test func headingsTablesAndPicturesOfTheSiteAreShown() async throws {
        let (folder, build) = try await built(
            Array(
                """
                <h1>Who we are</h1>
                <table><tr><th scope="row">Founded</th><td>1961</td></tr></table>
                <p><img src="../assets/logo.svg" alt="Our logo"> <a href="assets/logo.svg">Logo</a></p>
                """.utf8))
        #expect(build.status == .done)
        #expect(build.diagnostics == [])
        let page = try folder.text("public/about/index.html")
        #expect(
            page.contains(
                "<h2>Who we are</h2><table class=\"register\"><tbody><tr><th scope=\"row\">Founded</th><td>1961</td></tr></tbody></table>"))
        let address = try #require(page.firstMatch(of: #/<img src="\.\./(assets/logo\.[0-9a-f]{10}\.svg)" alt="Our logo">/#)?.1)
        #expect(page.contains("<a href=\"../\(address)\">Logo</a>"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func whatIsLeftOutIsToldWithItsLineAtEachBuild() async throws {
        let (folder, build) = try await built(
            Array("<p>Us</p>\n<iframe src=\"https://video.example/\"></iframe>\n<p><img src=\"assets/none.png\" alt=\"\"></p>\n".utf8))
        let kept = "Text, headings, lists, tables, links and the site's own pictures are kept."
        let warnings = [
            "hangar: warning: ~/site/content/about.html:2:1: <iframe> and its contents are left out. \(kept)",
            "hangar: warning: ~/site/content/about.html:3:4: the picture 'assets/none.png' is left out, because it is no asset of the site. "
                + "Put the file into assets/, and write src=\"assets/…\".",
        ]
        #expect(build.status == .done)
        #expect(build.diagnostics == warnings)
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
        let rebuild = Rebuild(folder: folder)
        #expect(await rebuild.build().diagnostics == warnings)
        #expect(await rebuild.build().diagnostics == warnings + [Rebuild.note])
    }

    @Test func inMarkdownTheyMayHaveATitleAndADescriptionOfTheirOwn() async throws {
        let (folder, build) = try await built(
            Array("---\ntitle: Who we are\ndescription: The keepers\n---\n# In short\n\n*We* keep it.\n".utf8), "about.md")
        #expect(build.diagnostics == [])
        let page = try folder.text("public/about/index.html")
        #expect(page.contains("<title>Who we are – Polar Register</title>"))
        #expect(page.contains("<meta name=\"description\" content=\"The keepers\">"))
        #expect(page.contains("<h1>Who we are</h1>"))
        #expect(page.contains("<h2>In short</h2><p><em>We</em> keep it.</p>"))
    }

    @Test(arguments: ["about.html", "about.txt"])
    func wordsThatAreNotUTF8AreAnErrorWithTheirPlace(_ name: String) async throws {
        let (_, build) = try await built(Array("<p>Über uns</p>\nCaf".utf8) + [0xE9, 0x21], name)
        #expect(build.status == .badData)
        #expect(
            build.diagnostics == ["hangar: error: ~/site/content/\(name):2:4: is not UTF-8 here: byte 0xE9. Save it as UTF-8."])
    }

    @Test func wordsOverTheLimitAreAnError() async throws {
        let (_, build) = try await built(Array(repeating: UInt8(ascii: "a"), count: 262_145))
        #expect(build.status == .badData)
        #expect(
            build.diagnostics == [
                "hangar: error: ~/site/content/about.html: the text is 262145 bytes long, and the limit is 262144. Shorten it."
            ])
    }
}
