import TemplateEngine
import Testing

/// For any value, the page has the same tags and attributes as with the value `x`.
@Suite struct HostileValueTests {
    static let values = [
        "", " ", "\n", "<", ">", "\"", "'", "&", "`", "=", "/", "\\", "%", "</", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "{{x}}",
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</SCRIPT >", "</title><img src=x onerror=alert(1)>",
        "</textarea><svg onload=alert(1)>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\"><img src=x onerror=alert(1)>",
        "'><img src=x onerror=alert(1)>", "x onerror=alert(1)", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "javascript&colon;alert(1)",
        "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "javascript%3Aalert(1)", "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)", "//evil.example/", "x 1x, javascript:alert(1) 2x", "a,javascript:alert(1)", "&lt;script&gt;", "&quot;",
        "\u{2028}\u{2029}", "\u{0}", "\u{301}\"", "\u{FEFF}<b>", "é<b>", "\\u003c", "*/alert(1)/*", "0; url=javascript:alert(1)",
    ]

    /// Each page with its partials. `{{x}}` is the hostile value.
    static let pages: [[String: String]] = [
        ["page": "<p>{{x}}</p>"], ["page": "<title>{{x}}</title>"], ["page": "<textarea>a {{x}}</textarea>"],
        ["page": "<p title=\"{{x}}\" lang='{{x}}'>b</p>"], ["page": "<p title='a {{x}}{{x}} b'>"],
        ["page": "<a href=\"{{x}}\">a</a>"], ["page": "<a href='{{x}}{{x}}' >a</a>"], ["page": "<img src=\"{{x}}/{{x}}\" alt=\"{{x}}\">"],
        ["page": "<a href=\"/a?b={{x}}&amp;c={{x}}#{{x}}\">a</a>"], ["page": "<img srcset=\"{{x}} 1x, /{{x}}?a={{x}} {{x}}\">"],
        ["page": "<script type=\"application/ld+json\">{\"a\": {{x}}, \"b\": {{all}}}</script><p>{{x}}</p>"],
        ["page": "<a{{#x}} class=\"{{.}}\"{{/x}} href=\"{{#x}}{{.}}{{/x}}{{x}}\" {{^x}}hidden{{/x}}>{{#x}}<b>{{.}}</b>{{/x}}</a>"],
        [
            "page": "<p {{>p}}>{{>q}}</p><a href=\"{{>r}}\" title=\"{{>q}}\">", "p": "lang=\"{{x}}\" title='{{>q}}'", "q": "a {{x}}",
            "r": "{{x}}",
        ],
        [
            "page": "{{<l}}{{$t}}{{x}}{{/t}}{{$a}}{{x}}{{/a}}{{/l}}",
            "l": "<title>{{$t}}{{/t}}</title><p lang='{{$a}}{{/a}}'><a href=\"{{$a}}{{/a}}\">",
        ],
    ]

    @Test(arguments: pages)
    func leaveThePageAsItIs(page: [String: String]) throws {
        let named = Dictionary(uniqueKeysWithValues: page.map { ($0 + ".html.mustache", $1) })
        let template = try TemplateLibrary(sources(named)).template("page.html.mustache")
        for value in Self.values {
            let html = try Self.html(template, value)
            // An empty value closes sections.
            let tame = try Self.html(template, TemplateValue.text(value).opens ? "x" : "")
            let structure = try StrictHTML.structure(of: html)
            #expect(structure == (try StrictHTML.structure(of: tame)), "\(value.debugDescription)")
            for case .start(_, let attributes) in try StrictHTML.tokens(of: html) {
                for name in ["href", "src"] {
                    if let address = attributes[name] { #expect(Self.isHarmless(address), "\(address)") }
                }
            }
        }
    }

    private static func html(_ template: Template, _ value: String) throws -> String {
        let inner: TemplateValue = .list([.text(value), .object(TemplateObject([(FieldName(value), .text(value))])), .number(value)])
        return try template.renderHTML([["x": .text(value), "all": inner]]).html
    }

    /// Finds the scheme as browsers do (URL Standard, basic URL parser), after the attribute's references are decoded.
    private static func isHarmless(_ address: String) -> Bool {
        let stripped = address.unicodeScalars.drop { $0.value <= 0x20 }.filter { !["\t", "\n", "\r"].contains($0) }
        guard let colon = stripped.firstIndex(of: ":") else { return true }
        let scheme = String(String.UnicodeScalarView(stripped[..<colon])).lowercased()
        return scheme.contains { "/?#%&".contains($0) } || ["http", "https", "mailto"].contains(scheme)
    }
}

extension TemplateValue {
    fileprivate var opens: Bool { self != "" }
}
