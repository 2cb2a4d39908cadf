import Synchronization
import TemplateEngine
import Testing

/// How values are written at each place of an HTML page.
@Suite struct PlaceTests {
    private static func example(_ rule: String, _ template: String, _ data: String, _ expected: String) -> Example {
        Example(rule, template, data: data, expected)
    }

    private static let addresses = [
        example(
            "Safe schemes and relative addresses stay", "<a href=\"{{a}}\">", #"{"a": "HTTPS://x.org/a?b=c&d=e#f"}"#,
            "<a href=\"HTTPS://x.org/a?b=c&amp;d=e#f\">"),
        example("Mail addresses too", "<a href='{{a}}'>", #"{"a": "mailto:o'a@x.org"}"#, "<a href='mailto:o&#39;a@x.org'>"),
        example("Any other scheme is replaced", "<a href=\"{{a}}\">", #"{"a": "javascript:alert(1)"}"#, "<a href=\"#unsafe\">"),
        example("White space before it does not hide it", "<a href=\"{{a}}\">", #"{"a": " \njavascript:1"}"#, "<a href=\"#unsafe\">"),
        example("A colon behind a slash is no scheme", "<a href=\"{{a}}\">", #"{"a": "./a:b"}"#, "<a href=\"./a:b\">"),
        example(
            "What no address contains is encoded", "<a href=\"{{a}}\">", #"{"a": "/a b\"<é>\\"}"#, "<a href=\"/a%20b%22%3C%C3%A9%3E%5C\">"),
        example(
            "What is encoded already stays", "<a href=\"{{a}}\">", #"{"a": "/%C3%A9 100% 5%zz"}"#, "<a href=\"/%C3%A9%20100%25%205%25zz\">"),
        example("Two values make one address", "<a href=\"{{a}}{{b}}\">", #"{"a": "../", "b": "c:d"}"#, "<a href=\"../c:d\">"),
        example(
            "The second decides where the first is empty", "<a href=\"{{a}}{{b}}\">", #"{"a": "", "b": "javascript:1"}"#,
            "<a href=\"#unsafe\">"),
        example(
            "Two values make no scheme together", "<a href=\"{{a}}{{b}}\">", #"{"a": "java", "b": "script:1"}"#, "<a href=\"java#unsafe\">"),
        example(
            "Not in turns of a list either", "<a href=\"{{#a}}{{.}}{{/a}}\">", #"{"a": ["javascript", ":1"]}"#,
            "<a href=\"javascript#unsafe\">"),
        example("Text of the template may begin the address", "<a href=\"x{{a}}\">", #"{"a": ":1"}"#, "<a href=\"x#unsafe\">"),
        example("A scheme of the template stays", "<a href=\"tel:{{a}}\">", #"{"a": "+49 1"}"#, "<a href=\"tel:+49%201\">"),
        example(
            "Behind ? everything is encoded", "<a href=\"/?a={{a}}&amp;b={{b}}\">", #"{"a": "x&y=z/é", "b": 1}"#,
            "<a href=\"/?a=x%26y%3Dz%2F%C3%A9&amp;b=1\">"),
        example("And is not encoded twice", "<a href=\"/?a={{a | url-encode}}\">", #"{"a": "x y"}"#, "<a href=\"/?a=x%20y\">"),
        example(
            "Candidates of srcset one by one", "<img srcset=\"{{a}}\">", #"{"a": "/a b.png 1x, data:x 2x"}"#,
            "<img srcset=\"/a b.png 1x, #unsafe 2x\">"),
        example(
            "Parts of candidates", "<img srcset=\"{{a}}{{b}} 1x, {{b}}\">", #"{"a": "../", "b": "c:d"}"#,
            "<img srcset=\"../c:d 1x, #unsafe\">"),
    ]

    private static let json = [
        example(
            "A script of JSON takes values of any kind", "<script type=\"application/ld+json\">{{a}}</script>",
            #"{"a": {"b": [1, 2.50, true, null, "\"<&>\u2028"], "c": {}}}"#,
            #"<script type="application/ld+json">{"b":[1,2.50,true,null,"\"\u003c\u0026\u003e\u2028"],"c":{}}</script>"#),
        example(
            "Inside other JSON too, and null where there is nothing",
            "<script type='application/json'>{\"a\": {{a}}, \"b\": [{{b | json}}]}</script>",
            #"{"b": "x"}"#, "<script type='application/json'>{\"a\": null, \"b\": [\"x\"]}</script>"),
    ]

    private static let tags = [
        example("Text is escaped as the specification says", "<p>{{a}}</p>", #"{"a": "<'\"&>"}"#, "<p>&lt;&#39;&quot;&amp;&gt;</p>"),
        example(
            "Attributes appear by sections", "<option{{#a}} selected{{/a}} value=\"{{a}}\">", #"{"a": 1}"#, "<option selected value=\"1\">"),
        example("Also between spaces", "<p {{#a}}hidden{{/a}} {{^a}}lang=\"de\"{{/a}}>", "{}", "<p  lang=\"de\">"),
        example(
            "Text of the template is not changed", "<style>a{}</style><p onclick='f()'><!-- a --><br/>1 < 2", "{}",
            "<style>a{}</style><p onclick='f()'><!-- a --><br/>1 < 2"),
        example("Names count in any case", "<A HREF=\"{{a}}\">", #"{"a": "x:y"}"#, "<A HREF=\"#unsafe\">"),
        example("Foreign elements have addresses too", "<use xlink:href=\"{{a}}\"/>", #"{"a": "data:x"}"#, "<use xlink:href=\"#unsafe\"/>"),
        example(
            "A refresh differs from other metas", "<meta name=\"a\" content=\"{{a}}\">", #"{"a": "<"}"#,
            "<meta name=\"a\" content=\"&lt;\">"),
    ]

    @Test(arguments: addresses + json + tags)
    func valuesAreWrittenForTheirPlace(example: Example) throws {
        #expect(try render(["page.html.mustache": example.template], data: example.data) == example.expected)
    }

    @Test func safeHTMLIsMarkupInTextOnly() throws {
        let library = try TemplateLibrary(
            sources([
                "b.html.mustache": "<b>1</b>", "page.html.mustache": "{{v}}{{{v}}}<title>{{v}}</title><p title=\"{{v}}\">",
            ]))
        let markup = try library.renderHTML("b.html.mustache", [])
        #expect(
            try library.renderHTML("page.html.mustache", [["v": .html(markup)]]).html
                == "<b>1</b><b>1</b><title>&lt;b&gt;1&lt;/b&gt;</title><p title=\"&lt;b&gt;1&lt;/b&gt;\">")
    }

    @Test func numbersThatAreNoneAreStringsInJSON() throws {
        let page = ["page.html.mustache": "<script type=\"application/json\">{{v}}</script>"]
        let library = try TemplateLibrary(sources(page))
        #expect(
            try library.renderHTML("page.html.mustache", [["v": .number("</script>")]]).html
                == #"<script type="application/json">"\u003c/script\u003e"</script>"#)
    }

    @Test func replacedAddressesAreReported() throws {
        let reported = Mutex<[String]>([])
        let options = TemplateOptions(unsafeURL: { warning in reported.withLock { $0.append(warning.description) } })
        _ = try render(["page.html.mustache": "<p>\n<a href=\"{{v}}\">"], data: #"{"v": "javascript:1"}"#, options: options)
        #expect(
            reported.withLock { $0 } == [
                """
                page.html.mustache:2:10: the scheme of this address is not http, https or mailto, and '#unsafe' was written instead. \
                Look at the data, or write another scheme out in the template
                <a href="{{v}}">
                         ^
                """
            ])
    }
}
