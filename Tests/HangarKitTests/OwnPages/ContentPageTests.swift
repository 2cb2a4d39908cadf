import Foundation
import TestSupport
import Testing

@testable import HangarKit

/// The pages whose texts stand in `content/` of a site folder.
@Suite struct ContentPageTests {
    private static let kept = "Text, headings, lists, tables, links and the site's own pictures are kept."

    private func site(_ content: [String: String], configuration: String = smallestConfiguration) async throws -> TemporaryFolder {
        try await fetchedSite(
            adding: ["site/hangar.yml": configuration, "site/assets/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"]
                .merging(content.map { ("site/content/" + $0, $1) }, uniquingKeysWith: { $1 }))
    }

    private func build(_ folder: TemporaryFolder) async -> Outcome {
        await Terminal(folder: folder).build(folder("site"), to: folder("public"))
    }

    /// What stands between the tags of the main part of a page.
    private func main(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: #/(?s)<main [^>]*>\n(.*?)\n\n<\/main>/#)?.1))
    }

    @Test func aTextInCommonMarkIsAPageInTheTheme() async throws {
        let folder = try await site([
            "contact.md": """
            # How to *reach* us

            Write to <https://polar.example/>, or [look around](../spacecraft/).

            ## By post

            - Harbour Street 1
            - Tromsø

            ![Our logo](assets/logo.svg)

            <table><tr><th scope="row">Open</th><td>10 to 18</td></tr></table>
            """
        ])
        let outcome = await build(folder)
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics == [])
        let page = try folder.text("public/contact/index.html")
        let logo = try #require(page.firstMatch(of: #/assets/logo\.[0-9a-f]{10}\.svg/#)?.0)
        #expect(
            try main(page) == """
                <h1><bdi>How to reach us</bdi></h1>
                <div class="prose">
                <p>Write to <a href="https://polar.example/" rel="nofollow noopener noreferrer">https://polar.example/</a>, or <a href="../spacecraft/">look around</a>.</p>\
                <h2>By post</h2><ul><li>Harbour Street 1</li><li>Tromsø</li></ul><p><img src="../\(logo)" alt="Our logo"></p>\
                <table class="register"><tbody><tr><th scope="row">Open</th><td>10 to 18</td></tr></tbody></table>
                </div>
                """)
        #expect(page.contains("<title>How to reach us – Polar Register</title>"))
        #expect(
            page.contains("<meta name=\"description\" content=\"Write to https://polar.example/, or look around. By post Harbour Street 1"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://polar.example/contact/\">"))
        #expect(try folder.text("public/sitemap.xml").contains("<url><loc>https://polar.example/contact/</loc></url>"))
        #expect(try folder.text("public/spacecraft/index.html").contains("<li><a href=\"../contact/\">How to reach us</a></li>"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test(arguments: [
        ("contact.html", "---\ntitle: Contact\ndescription: Where we are\n---\n<h1>Here</h1><p>Yes.</p>"),
        ("contact.md", "---\r\ntitle: \"Contact\"\r\ndescription: Where we are\r\n---\r\n# Here\r\n\r\nYes.\r\n"),
        ("contact.md", "\u{FEFF}---\ntitle: Contact\ndescription: Where we are\n---\nHere\n====\n\nYes.\n"),
    ])
    func whatStandsAboveTheTextIsItsTitleAndDescription(file: String, text: String) async throws {
        let folder = try await site([file: text])
        #expect(await build(folder).diagnostics == [])
        let page = try folder.text("public/contact/index.html")
        #expect(try main(page) == "<h1><bdi>Contact</bdi></h1>\n<div class=\"prose\">\n<h2>Here</h2><p>Yes.</p>\n</div>")
        #expect(page.contains("<title>Contact – Polar Register</title>"))
        #expect(page.contains("<meta name=\"description\" content=\"Where we are\">"))
    }

    @Test(arguments: [
        ("opening-hours.txt", "From ten.\n\nTo six.", "Opening hours", "<p>From ten.</p><p>To six.</p>"),
        ("contact.md", "Look:\n\n# Here\n\n## There", "Here", "<p>Look:</p><h2>Here</h2><h3>There</h3>"),
        ("contact.html", "<p>Look</p><h3>Here &amp; <i>now</i></h3>", "Here & now", "<p>Look</p><h2>Here &amp; <i>now</i></h2>"),
        ("contact.md", "---\n\nA rule above", "Contact", "<hr><p>A rule above</p>"),
        ("contact.md", "# ![Logo](assets/logo.svg)", "Contact", nil),
        ("contact.md", "# Only a heading", "Only a heading", ""),
    ])
    func withoutATitleItHasThatOfItsFirstHeadingOrOfItsFile(file: String, text: String, title: String, html: String?) async throws {
        let folder = try await site([file: text])
        #expect(await build(folder).diagnostics == [])
        let path = try #require(try folder.paths(in: "public").first { $0.hasPrefix(file.prefix { $0 != "." } + "/") })
        let page = try folder.text("public/" + path)
        #expect(page.contains("<title>\(title.replacing("&", with: "&amp;")) – Polar Register</title>"))
        if let html {
            #expect(try main(page).hasSuffix("</h1>\n<div class=\"prose\">\n\(html)\n</div>"))
        }
    }

    @Test(arguments: [
        ("Über uns.md", "uber-uns/"), ("museum/Opening hours.md", "museum/opening-hours/"), ("v1.2.md", "v1-2/"),
        ("release.notes.txt", "release-notes/"), ("МИР.html", "mir/"), ("a/b/c.md", "a/b/c/"),
    ])
    func theNameOfTheFileGivesTheAddress(file: String, address: String) async throws {
        let folder = try await site([file: "![Logo](assets/logo.svg)\n\nText <img src=\"assets/logo.svg\" alt=\"\">"])
        #expect(await build(folder).diagnostics == [])
        #expect(folder.exists("public/\(address)index.html"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func aLinkToATextElsewhereIsFollowed() async throws {
        let folder = try await site(["about.txt": ""])
        try folder.write("# Elsewhere", to: "texts/contact.md")
        try folder.link("site/content/contact.md", to: folder("texts/contact.md"))
        #expect(await build(folder).diagnostics == [])
        #expect(folder.exists("public/contact/index.html"))
    }

    @Test(arguments: [
        (["spacecraft.md": "# S"], "spacecraft.md: the site has pages of its own at spacecraft/. Give it another name."),
        (["credits/cc.md": "# S"], "credits/cc.md: the site has pages of its own at credits/. Give it another name."),
        (
            ["index.md": "# S"],
            "index.md: the site has pages of its own at index/. The home page is made from Templates/pages/home.html.mustache."
        ),
        (
            ["お問い合わせ.md": "# S"],
            "お問い合わせ.md: its name gives no address, which is made of letters a to z and digits. "
                + "Name it so, such as contact.md, and write its title above the text, as \"title: …\" between two lines ---."
        ),
        (
            ["Contact us.md": "# S", "contact-us.html": "S"],
            "Contact us.md: contact-us.html has the same address, contact-us/. Rename one of them."
        ),
        (
            ["contact.md": "+++\ntitle = \"A\"\n+++\n"],
            "contact.md:1:1: what stands above the text is TOML, which is not read. "
                + "Write it as YAML between two lines ---, such as \"title: Contact\"."
        ),
        (
            ["contact.md": "---\ntitle: [a]\n---\nText"],
            "contact.md:2:8: title: expected a text, found a list. Correct the value, or remove the key to get its default."
        ),
        (
            ["contact.md": "---\ntitle: \"a\n---\nText"],
            "contact.md:3:1: found unexpected end of stream. "
                + "Mend the YAML there; indentation is by spaces, and a text with ': ' or '#' stands in quotes."
        ),
        (
            ["contact.md": "---\nNot a key\n---\nText"],
            "contact.md:1:1: what stands above the text is not read. Write it as \"title: Contact\", a key on each line."
        ),
        (
            ["contact.md": String(repeating: "a", count: 262_145)],
            "contact.md: the text is 262145 bytes long, and the limit is 262144. Shorten it."
        ),
    ])
    func aTextThatCannotBeAPageIsAnErrorWithPlaceAndRemedy(content: [String: String], message: String) async throws {
        let folder = try await site(content)
        #expect(await build(folder) == Outcome(status: .badData, diagnostics: ["hangar: error: ~/site/content/" + message]))
        #expect(!folder.exists("public"))
    }

    @Test func bytesThatAreNotUTF8AreAnErrorWithTheirPlace() async throws {
        let folder = try await site(["contact.md": ""])
        try Data(Array("# Contact\nCaf".utf8) + [0xE9, 0x21]).write(to: URL(fileURLWithPath: folder("site/content/contact.md")))
        #expect(
            await build(folder)
                == Outcome(
                    status: .badData,
                    diagnostics: ["hangar: error: ~/site/content/contact.md:2:4: is not UTF-8 here: byte 0xE9. Save it as UTF-8."]))
    }

    @Test(arguments: [
        ("contact.md", " \n", "contact.md: there is no text in it, so no page is made. Write one, or remove the file."),
        (
            "contact.MD", "# S", "contact.MD: nothing reads this. Let its name end in small letters."
        ),
        (
            "contact.fr.md", "# S", "contact.fr.md: nothing reads this. The site has no language 'fr': its languages are en."
        ),
        (
            "notes.odt", "",
            "notes.odt: nothing reads this. "
                + "The text of a page ends in .md, .html or .txt; other files belong into static/ or assets/."
        ),
        (
            "contact.md", "---\ntitel: A\n---\n# S", "contact.md:2:1: nothing reads \"titel\" above a text. Did you mean \"title\"?"
        ),
        (
            "contact.md", "---\nweight: 3\n---\n# S",
            "contact.md:2:1: nothing reads \"weight\" above a text. Known here: title, description, draft."
        ),
        (
            "contact.md", "---\ntitle: Contact\n---\nText\n\n- one\n- two <video src=x></video>\n",
            "contact.md:7: <video> and its contents are left out. \(kept)"
        ),
        (
            "contact.md", "Text\nof two lines\n\n<p>\n<iframe></iframe>\n</p>\n",
            "contact.md:5: <iframe> and its contents are left out. \(kept)"
        ),
        (
            "contact.html", "---\ntitle: Contact\n---\n<p>\n<iframe></iframe></p>",
            "contact.html:5:1: <iframe> and its contents are left out. \(kept)"
        ),
    ])
    func whatIsNotShownAsItStandsIsToldAtEachBuild(file: String, text: String, message: String) async throws {
        let folder = try await site([file: text])
        let rebuild = Rebuild(folder: folder)
        let warning = "hangar: warning: ~/site/content/" + message
        let first = await build(folder)
        #expect(first.status == .done)
        #expect(first.diagnostics == [warning])
        _ = await rebuild.build()
        #expect(await rebuild.build().diagnostics.sorted() == [Rebuild.note, warning].sorted())
    }

    @Test func aDraftAndWhatBeginsWithALineOrADotIsPassedOver() async throws {
        let folder = try await site([
            "news.md": "---\ntitle: News\ndraft: true\n---\nNot yet.", "_later.md": "# L", "_drafts/x.md": "# X", ".hidden.md": "# H",
            "fence.md": "---\ndraft: false\n---\n```swift\nlet a = 1\n```",
        ])
        let outcome = await build(folder)
        #expect(outcome.diagnostics == [])
        #expect(
            try folder.paths(in: "public").filter { $0.hasSuffix("index.html") }.contains { $0.contains("news") || $0.contains("later") }
                == false)
        #expect(try folder.text("public/fence/index.html").contains("<pre><code>let a = 1\n</code></pre>"))
    }

    @Test func aChangeOfATextReachesItsPageAndOnlyAChangeOfItsTitleTheOthers() async throws {
        let folder = try await site(["contact.md": "# Contact\n\nOne.", "about.html": "<p>Us</p>"])
        let terminal = Terminal(
            verbosity: .verbose, now: .init(secondsSince1970: 4_102_444_800), cache: folder("cache"), folder: folder)
        func written() async -> [String] {
            await terminal.build(folder("site"), to: folder("public")).output.split(separator: "\n").map(String.init)
                .filter { $0.hasPrefix("wrote") }
        }
        _ = await written()
        try folder.write("# Contact\n\nTwo.", to: "site/content/contact.md")
        #expect(await written() == ["wrote contact/index.html"])
        try folder.write("<p>We</p>", to: "site/content/about.html")
        #expect(await written() == ["wrote about/index.html"])
        try folder.write("# Write us\n\nTwo.", to: "site/content/contact.md")
        #expect(await written().count > 10)
        #expect(await written() == [])
    }
}
