import TemplateEngine
import Testing

/// Text that a template may not contain, and the message that its author sees.
@Suite struct RefusalTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let template: String
        let message: String

        init(_ template: String, _ message: String) {
            self.template = template
            self.message = message
        }

        var testDescription: String { template }
    }

    private static let values = [
        Refusal(
            "<script>var a = {{x}}</script>",
            "1:17: a value inside <script> could become code. "
                + "Put it into a data- attribute or into <script type=\"application/json\">, and read it from there"),
        Refusal(
            "<script type=module>{{x}}</script>",
            "1:21: a value inside <script> could become code. "
                + "Put it into a data- attribute or into <script type=\"application/json\">, and read it from there"),
        Refusal(
            "<style>a { color: {{x}} }</style>",
            "1:19: a value inside <style> could become rules of its own. Choose a class in the markup, and write its rules in the style sheet"
        ),
        Refusal("<iframe>{{x}}</iframe>", "1:9: nothing is escaped inside <iframe>. Print the value outside of it"),
        Refusal(
            "<p style=\"color: {{x}}\">",
            "1:18: a value inside 'style' could become rules of its own. Choose a class instead, and write its rules in the style sheet"),
        Refusal(
            "<p onclick=\"f('{{x}}')\">",
            "1:16: a value inside 'onclick' could become code. Put it into a data- attribute, and listen for the event in a script"),
        Refusal(
            "<iframe srcdoc=\"{{x}}\"></iframe>",
            "1:17: a value inside 'srcdoc' could become markup. Make the document a page of its own, and name it in 'src'"),
        Refusal(
            "<meta http-equiv=\"Refresh\" content=\"0; url={{x}}\">",
            "1:44: a value inside the content of a refresh could send readers anywhere. Write a link that readers follow themselves"),
        Refusal(
            "<meta {{#x}}http-equiv=\"refresh\"{{/x}} content='{{x}}'>",
            "1:49: a value inside the content of a refresh could send readers anywhere. Write a link that readers follow themselves"),
        Refusal(
            "<meta content=\"{{x}}\" http-equiv=\"refresh\">",
            "1:42: this meta is a refresh, and its content has a value, which could send readers anywhere. "
                + "Write a link that readers follow themselves"),
        Refusal(
            "<meta http-equiv=\"{{x}}\">",
            "1:19: a value inside 'http-equiv' could make the tag a refresh. Write the name out, in a section for each"),
        Refusal(
            "<script type=\"{{x}}\"></script>",
            "1:15: a value as the type of a script decides whether it is run. Write the type out, in a section for each"),
        Refusal(
            "<svg><set attributeName=\"href\" to=\"{{x}}\"/></svg>",
            "1:36: a value in an animation could change the address of a link. Write the values out, or animate in the style sheet"),
        Refusal(
            "<!-- {{x}} -->",
            "1:6: a value inside a comment of HTML or a declaration is read by no one, and could end it. "
                + "Take the tag out, or write {{! … }}, which is not printed"),
        Refusal(
            "<h{{x}}>", "1:3: a value as the name of a tag could make it any element. Write the names out, in a section for each"),
        Refusal(
            "<{{x}}>", "1:2: a value as the name of a tag could make it any element. Write the names out, in a section for each"),
        Refusal(
            "<title></{{x}}</title>",
            "1:10: a value as the name of a tag could make it any element. Write the names out, in a section for each"),
        Refusal(
            "<p {{x}}>",
            "1:4: a value where an attribute is named could make it any attribute. Write {{#name}}attribute{{/name}} with its name"
        ),
        Refusal(
            "<p class=\"a\"{{x}}>",
            "1:13: a value where an attribute is named could make it any attribute. Write {{#name}}attribute{{/name}} with its name"),
        Refusal(
            "<p class={{x}}>", "1:10: a value without quotes ends at its first space. Write double quotes around the attribute's value"),
        Refusal(
            "<p class=a{{x}}>", "1:11: a value without quotes ends at its first space. Write double quotes around the attribute's value"),
        Refusal(
            "<script type=\"application/json\">{\"a\": \"{{x}}\"}</script>",
            "1:40: a value inside a string of JSON. Take the quotes away: the tag writes a whole value, with its quotes"),
        Refusal(
            "<p title=\"{{{x}}}\">",
            "1:11: unescaped HTML is for text, and this is inside an attribute's value. Write {{name}}, which is escaped for the place"),
        Refusal(
            "<title>{{&x}}</title>",
            "1:8: unescaped HTML is for text, and this is inside <title>. Write {{name}}, which is escaped for the place"),
    ]

    private static let addresses = [
        Refusal(
            "<a href=\"javascript:{{x}}\">",
            "1:21: no value is safe behind this scheme. Write http:, https:, mailto:, tel:, sms:, ftp: or no scheme before the tag"),
        Refusal(
            "<a href=\"java&#115;cript:{{x}}\">",
            "1:26: no value is safe behind this scheme. Write http:, https:, mailto:, tel:, sms:, ftp: or no scheme before the tag"),
        Refusal(
            "<a href=\"{{x}}:{{y}}\">",
            "1:15: the value before this ':' would be the scheme of the address. "
                + "Write the scheme out, or put all of the address into one value"),
        Refusal(
            "<a href=\"{{x}}&colon;a\">",
            "1:16: this '&' could begin a character of the address's scheme. Write &amp;, and have a '/' or '?' before it"),
        Refusal(
            "<a href=\"/a{{#x}}?b={{x}}{{/x}}{{y}}\">",
            "1:32: the section before it leaves open whether this value is before or behind the '?' of the address. "
                + "Write the '?' outside of the section, or the whole address in each"),
    ]

    private static let texts = [
        Refusal(
            "<a href=\"a\"\">",
            "1:12: this character does not belong into a tag of HTML. Look for a quote or a '>' that is missing before it"),
        Refusal("<p <b>", "1:4: this character does not belong into a tag of HTML. Look for a quote or a '>' that is missing before it"),
        Refusal(
            "<a href=\"a\"class=\"b\">", "1:12: an attribute follows another one, or a section, without a space. Write a space before it"),
        Refusal(
            "<a {{#x}}a{{/x}}b>", "1:17: an attribute follows another one, or a section, without a space. Write a space before it"),
        Refusal(
            "<![CDATA[a]]>", "1:3: '<![' means different things in different places of HTML. Write the text with &lt; and &amp; instead"),
        Refusal("<title>a<b></title>", "1:10: <title> holds text only. Write &lt; for '<', or look for a missing </title>"),
        Refusal(
            "<script>a = '<!--<script>'</script>",
            "1:25: '<script' inside a script can hide its end. Write \\u003cscript in the script's string"),
        Refusal(
            "<script type=\"application/ld+json\">\"<b>\"</script>",
            "1:38: '<' inside a script of JSON can hide its end. Write \\u003c"),
    ]

    private static let ends = [
        Refusal(
            "{{#x}}<p title=\"{{/x}}a\">",
            "1:1: this section begins in text and ends in an attribute's value. Open and close tags and quotes on the same side of it"),
        Refusal(
            "<p title=\"{{^x}}a\"{{/x}}>",
            "1:11: this section begins in an attribute's value and ends in a tag of HTML. Open and close tags and quotes on the same side of it"
        ),
        Refusal(
            "<p {{#x}}title=\"a{{/x}}\">",
            "1:4: this section begins in a tag of HTML and ends in an attribute's value. Open and close tags and quotes on the same side of it"
        ),
        Refusal("a<p>b<p title=\"c", "1:6: the template begins in text and ends in an attribute's value. Close what is opened here"),
        Refusal("<title>a", "1:1: the template begins in text and ends in <title>. Close what is opened here"),
        Refusal("a <!-- b", "1:3: the template begins in text and ends in a comment. Close what is opened here"),
    ]

    @Test(arguments: values + addresses + texts + ends)
    func isRefusedWithAdvice(refusal: Refusal) throws {
        let messages = mistakes(["page.html.mustache": refusal.template]).split(separator: "\n")
        #expect(messages.first.map(String.init) == "page.html.mustache:" + refusal.message)
    }

    @Test func allMistakesOfATemplateAreReported() {
        let reported = mistakes(["page.html.mustache": "<p {{a}} style=\"{{b}}\">\n<!-- {{c}} -->"])
        #expect(
            reported.split(separator: "\n").filter { $0.hasPrefix("page") }.map { $0.prefix(22) } == [
                "page.html.mustache:1:4", "page.html.mustache:1:1", "page.html.mustache:2:6",
            ])
    }

    @Test func aPartialIsRefusedForThePlaceItIsUsedIn() {
        let partial = ["p.html.mustache": "\"{{x}}"]
        #expect(
            mistakes(partial.merging(["page.html.mustache": "<p title={{>p}}\">"]) { $1 })
                .hasPrefix(
                    "p.html.mustache:1:7: the template begins in the beginning of an attribute's value and ends in an attribute's value."))
        #expect(
            mistakes(partial.merging(["page.html.mustache": "<p>{{>p}}</p><!--{{>p}}-->"]) { $1 })
                .hasPrefix("p.html.mustache:1:2: a value inside a comment"))
    }

    @Test func aPartialForAttributesIsRefusedOnlyWhereItIsRenderedAlone() throws {
        let library = try TemplateLibrary(
            sources([
                "page.html.mustache": "<p {{>p}}>", "p.html.mustache": "class=\"{{x}}\" data-a='<{{y}}'", "q.html.mustache": "{{>*x}}",
            ]))
        let view: TemplateValue = ["x": "a\"b", "y": "'"]
        #expect(try library.renderHTML("page.html.mustache", [view]).html == "<p class=\"a&quot;b\" data-a='<&#39;'>")
        let error = #expect(throws: RenderError.self) { try library.renderHTML("p.html.mustache", [view]) }
        #expect(error?.cause.what == "a value as the name of a tag could make it any element")
        #expect(throws: RenderError.self) { try library.renderHTML("q.html.mustache", [["x": "p", "y": "z"]]) }
    }

    @Test func aPartialInsideItselfInAWordComesToAnEnd() {
        let templates = ["page.html.mustache": "<{{>p}}", "p.html.mustache": "a{{#x}}{{>p}}{{/x}}"]
        #expect(mistakes(templates).contains("a tag of HTML"))
        let address = ["page.html.mustache": "<a href=\"{{>p}}\">", "p.html.mustache": "a{{#x}}{{>p}}{{/x}}"]
        #expect(mistakes(address) == "")
    }

    @Test func aPartialThatTheDataChoosesStandsInText() {
        #expect(
            mistakes(["page.html.mustache": "<p title=\"{{>*x}}\">"])
                .hasPrefix("page.html.mustache:1:11: a partial that the data chooses may stand in text only. Name the partials"))
    }
}
