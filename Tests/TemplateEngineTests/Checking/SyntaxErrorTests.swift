import Testing

@Suite struct SyntaxErrorTests {
    @Test(arguments: [
        ("{{#a}}{{#b}}\n{{/b}}", "1:1: 'a' is opened here and never closed. Write {{/a}} where it ends"),
        ("{{#a}}\n {{^b}}\n{{/a}}", "2:2: 'b' is opened here and never closed. Write {{/b}} where it ends"),
        ("x {{/a}}", "1:3: nothing is open that 'a' could close. Take this tag out, or open {{#a}} before it"),
        ("{{# a }}\n{{/b}}{{/a}}", "2:1: 'b' is not what is open here. Write {{/a}} to close {{# a }} of line 1"),
        ("é👩‍🚀 {{a", "1:4: this tag is never closed. Write '}}' where it ends"),
        ("{{{a}}", "1:1: this tag is never closed. Write '}}' where it ends"),
        ("{{=<% %>=}}<%a", "1:12: this tag is never closed. Write '%>' where it ends"),
        (
            "<p>{{heading</p>\n<p>{{name}}</p>", "1:4: this tag is not closed before the next begins in line 2. Write '}}' where it ends"
        ),
        ("{{#a {{/a}}", "1:1: this tag is not closed before the next begins in line 1. Write '}}' where it ends"),
        (
            "{{! a {{comment}} may hold }}{{=<% %>=}}{{<%/a%>",
            "1:43: nothing is open that 'a' could close. Take this tag out, or open {{#a}} before it"
        ),
        ("{{}}", "1:1: this tag has no name. Write the name of a value, as in {{name}}"),
        ("{{#}}x{{/}}", "1:1: this tag has no name. Write a name after its sign"),
        ("{{> }}", "1:1: this tag has no name. Write the name of a template, as in {{> partials/plate}}"),
        ("{{=x=}}", "1:1: this is not a pair of delimiters. Write two with a space between and no '=' in them, as in {{=<% %>=}}"),
        ("{{a..b}}", "1:1: 'a..b' is not a name. Write names with one dot between them and no white space, as in {{craft.name}}"),
        ("{{a b}}", "1:1: a name holds no white space. Write {{name}}, or {{name | filter}} to apply a filter"),
        ("{{a | dat}}", "1:1: there is no filter 'dat'. Did you mean 'date'?"),
        (
            "{{a | sparkle}}",
            "1:1: there is no filter 'sparkle'. The filters are date, duration, number, plural, url-encode, json, uppercase, lowercase, and, capitalize, count"
        ),
        ("{{n | plural \"a\"}}", "1:1: the filter 'plural' takes 2 quoted arguments, not 1. Write {{n | plural \"flight\" \"flights\"}}"),
        ("{{n | plural \"a}}", "1:1: an argument has no closing quote. Write \" after it"),
    ])
    func mistakesAreReportedAtTheOpeningOfTheTag(template: String, message: String) {
        #expect(mistakes(["page.mustache": template]).split(separator: "\n").first.map(String.init) == "page.mustache:" + message)
    }

    /// What other template languages have is told once, whatever closes it.
    @Test(arguments: [
        ("{{#x > 1}}a{{/x > 1}}", "1:1: 'x > 1' is a condition"), ("{{#x > 1}}a{{/x}}", "1:1: 'x > 1' is a condition"),
        ("{{#a}}{{#a > 1}}a{{/a}}{{/a}}", "1:7: 'a > 1' is a condition"), ("{{#x > 1}}a", "1:1: 'x > 1' is a condition"),
        ("{{^a and b}}x{{/a}}", "1:1: 'a and b' is a condition"), ("{{#eq a \"b\"}}x{{/eq}}", "1:1: 'eq a \"b\"' is a condition"),
        ("{{a == b}}", "1:1: 'a == b' is a condition"),
    ])
    func aConditionIsToldAsOne(template: String, message: String) {
        let reported = mistakes(["page.mustache": template]).split(separator: "\n").map(String.init)
        let words =
            ", and Mustache has none: no comparisons, no 'and', no 'not'. Ask by a name alone whether there is a value, as in {{#name}} and {{^name}}"
        #expect(reported.filter { $0.contains(".mustache:") } == ["page.mustache:" + message + words])
    }

    @Test(arguments: [
        ("{{#if x}}a{{/if}}", "1:1: a section is opened by a name alone. Write {{#x}}…{{/x}}"),
        ("{{#each a.b}}a{{/each}}", "1:1: a section is opened by a name alone. Write {{#a.b}}…{{/a.b}}"),
        ("{{#unless x}}a{{/x}}", "1:1: a section is opened by a name alone. Write {{^x}}…{{/x}}"),
        ("{{#n | count}}a{{/n}}", "1:1: a section takes no filter. Write {{#n}}, and the filter where a value is printed"),
        ("{{#a b}}x{{/a}}", "1:1: 'a b' is not a name. Write names with one dot between them and no white space, as in {{craft.name}}"),
    ])
    func aSectionOfAnotherLanguageIsToldOnceWithWhatIsWrittenHere(template: String, message: String) {
        let reported = mistakes(["page.mustache": template]).split(separator: "\n").map(String.init)
        #expect(reported.filter { $0.contains(".mustache:") } == ["page.mustache:" + message])
    }

    @Test func aMessageShowsTheLineAndACaret() {
        #expect(
            mistakes(["page.mustache": "<p>\r\n\tcraft: {{#a}} é\r\n"]) == """
                page.mustache:2:9: 'a' is opened here and never closed. Write {{/a}} where it ends
                \tcraft: {{#a}} é
                \t       ^
                """)
    }

    @Test func allMistakesOfASetAreReportedInOneRun() {
        let reported = mistakes(["a.mustache": "{{#x}}\n{{a b}}", "b.mustache": "{{/y}} {{}}", "c.mustache": "fine"])
        let places = reported.split(separator: "\n").filter { $0.contains(".mustache:") }.map { $0.split(separator: " ")[0] }
        #expect(places == ["a.mustache:1:1:", "a.mustache:2:1:", "b.mustache:1:1:", "b.mustache:1:8:"])
    }

    @Test func tagsTooDeepInsideTagsAreAMistake() {
        let deep = String(repeating: "{{#a}}", count: 100_000)
        #expect(
            mistakes(["page.mustache": deep]).hasPrefix(
                "page.mustache:1:601: more than 100 tags are open here. Move the inner ones into a partial\n"))
    }
}
