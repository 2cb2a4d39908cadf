import HangarKit
import TestSupport
import Testing

/// What the source's texts become on pages and in feeds.
@Suite struct ShownTextTests {
    @Test(arguments: [
        ("test of the <KURS> radar", "test of the &lt;KURS&gt; radar"),
        ("a List<String> of <std::string>", "a List&lt;String&gt; of &lt;std::string&gt;"),
        ("press <Enter> to dock", "press &lt;Enter&gt; to dock"), ("a <kurs>b</kurs> c", "a b c"),
    ])
    func anUnknownElementWithoutItsEndTagIsText(written: String, shown: String) async throws {
        let folder = try await fetchedSite(Records.page(Records.craft(11, "Aurora 1", description: written)))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(
            try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<div class=\"prose story\"><p>\(shown)</p></div>"))
        #expect(try folder.text("public/feed.json").contains("\"content_html\": \"<p>\(shown)</p>\""))
        let inXML = shown.replacing("&", with: "&amp;")
        #expect(try folder.text("public/feed.xml").contains("&lt;p&gt;\(inXML)&lt;/p&gt;"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func aNameOrValueThatIsNoLinkIsIsolatedInItsSentence() async throws {
        let first = Records.craft(11, "Aurora 1", licence: "CC BY 4.0").replacing("I. Berg", with: "ש. לוי")
        let folder = try await fetchedSite(Records.page(first, Records.craft(12, "סויוז")))
        try folder.write(Records.page(first.replacing("No. 11", with: "מס 11")), to: "records.json")
        #expect(await Terminal().fetch(folder("site"), from: [folder("records.json")], ["--accept-shrink"]).status == .done)
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("Credit: <bdi>ש. לוי</bdi>."))
        let changes = try folder.text("public/changes/index.html")
        #expect(changes.contains("<bdi>סויוז</bdi>"))
        #expect(changes.contains(": <bdi>No. 11</bdi> → <bdi>מס 11</bdi>"))
    }
}
