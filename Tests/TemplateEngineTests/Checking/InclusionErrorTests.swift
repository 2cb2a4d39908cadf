import TemplateEngine
import Testing

@Suite struct InclusionErrorTests {
    private func firstLine(_ text: String) -> String {
        text.split(separator: "\n").first.map(String.init) ?? ""
    }

    @Test func anUnknownPartialIsAMistakeWhenStrict() {
        let templates = ["page.html.mustache": "<p>{{> partials/plte}}", "partials/plate.html.mustache": ""]
        #expect(mistakes(templates) == "")
        #expect(
            firstLine(mistakes(templates, strict: true))
                == "page.html.mustache:1:4: there is no template 'partials/plte'. Did you mean 'partials/plate'?")
    }

    @Test func anUnknownPartialIsFoundInsideFillingsToo() {
        let templates = ["page.mustache": "{{<p}}{{$a}}{{>zebra}}{{/a}}{{/p}}", "p.mustache": "{{$a}}{{/a}}"]
        #expect(
            firstLine(mistakes(templates, strict: true))
                == "page.mustache:1:13: there is no template 'zebra'. Add zebra.mustache, or take this tag out")
    }

    @Test(arguments: [
        (["a.mustache": "{{>a}}"], "a.mustache:1:1", "a.mustache → a.mustache"),
        (["a.mustache": "{{>b}}", "b.mustache": "\n {{>a}}"], "b.mustache:2:2", "a.mustache → b.mustache → a.mustache"),
        (
            ["a.mustache": "x{{<b}}{{$c}}{{>a}}{{/c}}{{/b}}", "b.mustache": "{{$c}}{{/c}}"], "a.mustache:1:14",
            "a.mustache → b.mustache → a.mustache"
        ),
        (["a.mustache": " {{>b}}\n", "b.mustache": "  {{>a}}\n"], "b.mustache:1:3", "a.mustache → b.mustache → a.mustache"),
    ])
    func partialsWithoutEndAreAMistakeWhateverTheData(templates: [String: String], place: String, chain: String) {
        let reported = mistakes(templates)
        #expect(firstLine(reported).hasPrefix("\(place): templates include each other without end: \(chain). "))
        #expect(reported.split(separator: "\n").count { $0.contains("without end") } == 1)
    }

    @Test func theChainIsNamed() {
        #expect(
            firstLine(mistakes(["a.mustache": "{{>b}}", "b.mustache": "{{>c}}", "c.mustache": "- {{>a}}"]))
                == "c.mustache:1:3: templates include each other without end: a.mustache → b.mustache → c.mustache → a.mustache. "
                + "Put one of these tags inside a section, so that the data can end it")
    }

    @Test func partialsThatNeverEndForSomeDataStopAtTheLimit() throws {
        let error = #expect(throws: RenderError.self) {
            try render("{{>a}}", data: #"{"on": true}"#, partials: ["a": "{{#on}}{{>b}}{{/on}}", "b": "{{>a}}"])
        }
        #expect(
            error?.description == """
                b.mustache:1:1: partials are more than 256 deep: b.mustache → a.mustache → b.mustache. \
                Put the tag inside a section that ends, or look for data that contains itself
                {{>a}}
                ^
                """)
    }

    @Test func aPageStopsAtTheLimitOfTheOutput() throws {
        let options = TemplateOptions(outputLimit: 1000)
        let error = #expect(throws: RenderError.self) {
            try render("{{#l}}{{#l}}{{#l}}0123456789{{/l}}{{/l}}{{/l}}", data: #"{"l": [1, 2, 3, 4, 5, 6, 7]}"#, options: options)
        }
        #expect(error?.cause.what == "the page is larger than 1000 bytes")
    }

    @Test func aPageThatPrintsNothingStopsAtTheLimitOfSteps() throws {
        let options = TemplateOptions(stepLimit: 1000)
        let error = #expect(throws: RenderError.self) {
            try render("{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}", data: #"{"l": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}"#, options: options)
        }
        #expect(error?.cause.what == "the page takes more than 1000 steps")
    }
}
