import TemplateEngine
import Testing

/// The suffix of a template's name decides its escaping.
@Suite struct FileNameTests {
    private let hostile = #"{"v": "<a href='x'>\"&\"</a>\u0001\n"}"#

    @Test(arguments: [
        ("page.mustache", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\u{1}\n"),
        ("page.html.mustache", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\u{1}\n"),
        ("page.xml.mustache", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\u{FFFD}\n"),
        ("page.json.mustache", #"<a href='x'>\"&\"</a>\u0001\n"#),
        ("page.txt.mustache", "<a href='x'>\"&\"</a>\u{1}\n"),
    ])
    func valuesAreEscapedForTheFileThatIsMade(name: String, expected: String) throws {
        #expect(try render([name: "{{v}}"], data: hostile) == expected)
    }

    @Test func nonCharactersAreReplacedInXML() throws {
        #expect(try render(["page.xml.mustache": "{{v}}"], data: #"{"v": "\uFFFE<\uFFFFx\uFFFD"}"#) == "\u{FFFD}&lt;\u{FFFD}x\u{FFFD}")
    }

    @Test func aPartialIsFirstLookedForWithTheSuffixOfItsUser() throws {
        let templates = [
            "page.xml.mustache": "{{> parts/a}}{{> parts/b}}", "parts/a.xml.mustache": "xml", "parts/a.html.mustache": "html",
            "parts/a.mustache": "plain", "parts/b.mustache": "plain",
        ]
        #expect(try render(templates, data: "{}") == "xmlplain")
    }

    @Test func aPlainPartialIsEscapedAsItsUserIs() throws {
        #expect(try render(["page.json.mustache": "\"{{> p}}\"", "p.mustache": "{{v}}"], data: #"{"v": "<\""}"#) == #""<\"""#)
    }

    @Test func safeHTMLIsPrintedAsItIsInHTMLAndEscapedInXML() throws {
        let library = try TemplateLibrary(
            sources(["part.html.mustache": "<b>{{.}}</b>", "page.html.mustache": "{{v}}{{{v}}}", "feed.xml.mustache": "{{v}}"]))
        let part = try library.renderHTML("part.html.mustache", ["<"])
        #expect(part.html == "<b>&lt;</b>")
        let view: TemplateValue = ["v": .html(part)]
        #expect(try library.renderHTML("page.html.mustache", [view]).html == "<b>&lt;</b><b>&lt;</b>")
        var feed: [UInt8] = []
        try library.template("feed.xml.mustache").render([view], into: &feed)
        #expect(String(decoding: feed, as: UTF8.self) == "&lt;b&gt;&amp;lt;&lt;/b&gt;")
    }

    @Test func unescapedTagsInHTMLTakeNothingButSafeHTML() throws {
        let library = try TemplateLibrary(sources(["page.html.mustache": "<p>\n  {{{v}}}"]))
        let error = #expect(throws: RenderError.self) { try library.renderHTML("page.html.mustache", [["v": "<b>"]]) }
        #expect(
            error?.description == """
                page.html.mustache:2:3: this value is not known to be safe HTML, and only that is printed unescaped. \
                Write {{name}}, or give the view a sanitized value
                  {{{v}}}
                  ^
                """)
    }

    @Test func onlyHTMLTemplatesMakeSafeHTML() throws {
        let library = try TemplateLibrary(sources(["page.mustache": "{{{v}}}"]))
        #expect(throws: RenderError.self) { try library.renderHTML("page", [["v": "<script>"]]) }
    }
}
