import TemplateEngine
import Testing

@Suite struct ShapeTests {
    private static let craft: TemplateShape = [
        "name": .text, "crew": .list(["name": .text, "role": .text]), "image": ["url": .text], "text": .html, "inSpace": .bool,
        "extra": .any, "tags": .list(.text),
    ]
    private static let page: TemplateShape = ["craft": craft, "title": .text]
    private static let site: TemplateShape = ["siteName": .text, "title": .text]

    private func messages(_ template: String, _ partials: [String: String] = [:]) -> [String] {
        let templates = partials.merging(["page.html.mustache": template]) { first, _ in first }
        return mistakes(templates, shapes: ["page.html.mustache": Self.page], shared: [Self.site], strict: true)
            .split(separator: "\n").map(String.init).filter { $0.contains(".mustache:") }
    }

    @Test(arguments: [
        "{{title}} {{siteName}} {{craft.name}}", "{{#craft}}{{name}} {{title}} {{siteName}}{{/craft}}",
        "{{#craft.crew}}{{name}}, {{role}} {{title}}{{@index}}{{/craft.crew}}", "{{#craft}}{{#tags}}{{.}}{{@last}}{{/tags}}{{/craft}}",
        "{{craft.extra.what.ever}}{{#craft.extra}}{{anything}}{{/craft.extra}}", "{{{craft.text}}}",
        "{{#craft.inSpace}}{{title}}{{/craft.inSpace}}",
        "{{craft.crew | count}} {{craft | json}}", "{{^craft.image}}{{title}}{{/craft.image}}",
        "<script type='application/ld+json'>{{craft.crew}}</script>",
        "{{#craft.crew}}{{#@first}}{{role}}{{/@first}}{{/craft.crew}}",
    ])
    func namesOfAnyContextInScopeAreFine(template: String) {
        #expect(messages(template) == [])
    }

    @Test(arguments: [
        ("{{titel}}", "1:1: the view of 'page.html.mustache' has no 'titel' here. Did you mean 'title'?"),
        ("{{craft.nam}}", "1:1: the view of 'page.html.mustache' has no 'nam' of 'craft.nam' here. Did you mean 'name'?"),
        ("{{name}}", "1:1: the view of 'page.html.mustache' has no 'name' here. There are craft, title, siteName"),
        (
            "{{#craft}}{{#crew}}{{rolle}}{{/crew}}{{/craft}}",
            "1:20: the view of 'page.html.mustache' has no 'rolle' here. Did you mean 'role'?"
        ),
        ("{{^craft}}{{titel}}{{/craft}}", "1:11: the view of 'page.html.mustache' has no 'titel' here. Did you mean 'title'?"),
        ("{{#titel}}x{{/titel}}", "1:1: the view of 'page.html.mustache' has no 'titel' here. Did you mean 'title'?"),
        (
            "{{^craft.imag}}x{{/craft.imag}}",
            "1:1: the view of 'page.html.mustache' has no 'imag' of 'craft.imag' here. Did you mean 'image'?"
        ),
        ("{{>*titel}}", "1:1: the view of 'page.html.mustache' has no 'titel' here. Did you mean 'title'?"),
        (
            "{{craft.name.first}}",
            "1:1: the view of 'page.html.mustache' has no 'first' of 'craft.name.first' here. It is a single value: print it with {{.}}"
        ),
        ("{{craft.crew}}", "1:1: 'craft.crew' is a list, which prints as nothing. Open it with {{#craft.crew}}, or name a value in it"),
        ("{{craft}}", "1:1: 'craft' is an object, which prints as nothing. Open it with {{#craft}}, or name a value in it"),
        (
            "{{{title}}}",
            "1:1: 'title' is text, and only safe HTML is printed unescaped. Write {{title}}, or give the view a sanitized value"
        ),
        ("{{@index}}", "1:1: '@index' is outside of any list. Write it inside a section over a list"),
    ])
    func aNameThatNoContextHasIsAMistake(template: String, message: String) {
        #expect(messages(template) == ["page.html.mustache:" + message])
    }

    @Test func partialsAreCheckedInTheScopeOfTheirPlace() {
        let partials = ["p.html.mustache": "{{role}}"]
        #expect(messages("{{#craft.crew}}{{>p}}{{/craft.crew}}", partials) == [])
        #expect(
            messages("{{>p}}", partials) == [
                "p.html.mustache:1:1: the view of 'page.html.mustache' has no 'role' here. There are craft, title, siteName"
            ])
    }

    @Test func ofManyNamesTheInnermostAreTold() {
        let names = (1...12).map { "f\($0)" }
        let shape: TemplateShape = ["items": .list(.object(names.map { (FieldName($0), .text) }))]
        let reported = mistakes(
            ["page.html.mustache": "{{#items}}{{zebra}}{{/items}}"], shapes: ["page.html.mustache": shape], shared: [Self.site],
            strict: true)
        #expect(
            reported.split(separator: "\n").first.map(String.init)
                == "page.html.mustache:1:11: the view of 'page.html.mustache' has no 'zebra' here. "
                + "There are f1, f10, f11, f12, f2, f3, f4, f5, f6, f7 and 5 more")
    }

    @Test func fillingsAreCheckedWhereTheyLand() {
        let partials = ["layout.html.mustache": "{{#craft}}{{$main}}{{/main}}{{/craft}}"]
        #expect(messages("{{<layout}}{{$main}}{{name}}{{/main}}{{/layout}}", partials) == [])
        #expect(
            messages("{{<layout}}{{$main}}{{role}}{{/main}}{{/layout}}", partials) == [
                "page.html.mustache:1:21: the view of 'page.html.mustache' has no 'role' here. "
                    + "There are crew, extra, image, inSpace, name, tags, text, craft, title, siteName"
            ])
    }

    @Test func aMistakeInAPartialOfManyPagesIsReportedOnce() {
        let templates = ["a.mustache": "{{>p}}", "b.mustache": "{{>p}}", "p.mustache": "{{x}}"]
        let reported = mistakes(templates, shapes: ["a.mustache": .object([]), "b.mustache": .object([])], strict: true)
        #expect(reported.split(separator: "\n").count { $0.contains("has no 'x'") } == 1)
    }

    @Test func aShapeCanContainItself() {
        @Sendable func node() -> TemplateShape { .object([("label", .text), ("nodes", .list(.lazy(node)))]) }
        let templates = ["tree.mustache": "{{label}}{{#nodes}}{{>tree}}{{/nodes}}"]
        #expect(mistakes(templates, shapes: ["tree.mustache": node()], strict: true) == "")
        let wrong = ["tree.mustache": "{{#nodes}}{{labl}}{{>tree}}{{/nodes}}"]
        #expect(mistakes(wrong, shapes: ["tree.mustache": node()], strict: true).contains("has no 'labl' here. Did you mean 'label'?"))
    }

    @Test func aViewWithoutATemplateIsAMistake() {
        #expect(
            mistakes(["pages/a.html.mustache": ""], shapes: ["pages/b.html.mustache": .any], strict: true)
                .hasPrefix(
                    "pages/b.html.mustache:1:1: a view is declared for 'pages/b.html.mustache', which is not among the templates. "
                        + "Did you mean 'pages/a.html.mustache'?"))
    }

    @Test func usageTellsWhatNothingUses() throws {
        let library = try TemplateLibrary(
            sources([
                "page.mustache": "{{title}}{{#craft.crew}}{{>line}}{{/craft.crew}}{{siteName}}", "line.mustache": "{{role}}",
                "old.mustache": "{{>older}}",
                "older.mustache": "",
            ]), shapes: ["page.mustache": Self.page], sharedShapes: [Self.site], options: TemplateOptions(strict: true))
        let usage = library.usage
        #expect(usage.includes.map(\.template) == ["line.mustache", "old.mustache", "older.mustache", "page.mustache"])
        #expect(usage.includes.map(\.included) == [[], ["older.mustache"], [], ["line.mustache"]])
        #expect(usage.fields == ["page.mustache": ["title", "craft", "craft.crew", "craft.crew.role"]])
        #expect(usage.unusedTemplates == ["old.mustache", "older.mustache"])
        #expect(
            usage.unusedFields == [
                "page.mustache": [
                    "craft.name", "craft.crew.name", "craft.image", "craft.text", "craft.inSpace", "craft.extra", "craft.tags",
                ]
            ])
        #expect(usage.sharedFields == ["siteName"])
        #expect(usage.unusedSharedFields == ["title"])
    }
}
