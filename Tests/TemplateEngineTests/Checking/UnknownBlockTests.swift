import TemplateEngine
import Testing

/// What is put into blocks that no template has. Rendering drops it, so the check of a strict set tells.
@Suite struct UnknownBlockTests {
    private static let layout = "<main>{{$main}}{{/main}}</main>{{$scripts}}{{/scripts}}"

    private func messages(_ templates: [String: String], strict: Bool = true) -> [String] {
        mistakes(["layout.html.mustache": Self.layout].merging(templates) { $1 }, strict: strict)
            .split(separator: "\n").map(String.init).filter { $0.contains(".mustache:") }
    }

    @Test(arguments: [
        ("{{< layout}}\n {{$mian}}x{{/mian}}{{/ layout}}", "2:2: 'layout.html.mustache' has no block 'mian'. Did you mean 'main'?"),
        ("{{< layout}}{{$footer}}x{{/footer}}{{/ layout}}", "1:13: 'layout.html.mustache' has no block 'footer'. It has 'main', 'scripts'"),
        ("{{< plain}}{{$main}}x{{/main}}{{/ plain}}", "1:12: 'plain.html.mustache' has no block 'main'. It has no blocks"),
        (
            "{{< layout}}{{$main}}{{< plain}}{{$main}}x{{/main}}{{/ plain}}{{/main}}{{$mian}}{{/mian}}{{/ layout}}",
            "1:72: 'layout.html.mustache' has no block 'mian'. Did you mean 'main'?"
        ),
    ])
    func aBlockThatNoTemplateHasIsAMistake(template: String, message: String) {
        let templates = ["page.html.mustache": template, "plain.html.mustache": "<p>"]
        #expect(messages(templates) == ["page.html.mustache:" + message])
        #expect(messages(templates, strict: false) == [])
    }

    @Test(arguments: [
        ("a block of the grandparent", ["listing.html.mustache": "{{< layout}}{{$main}}{{$list}}{{/list}}{{/main}}{{/ layout}}"]),
        (
            "a block of a partial of the parent",
            ["listing.html.mustache": "{{> layout}}{{> inner}}", "inner.html.mustache": "{{$list}}{{/list}}"]
        ),
        ("a block inside a block", ["listing.html.mustache": "{{> layout}}{{$outer}}{{$list}}{{/list}}{{/outer}}"]),
        ("a block in a section", ["listing.html.mustache": "{{> layout}}{{#a}}{{$list}}{{/list}}{{/a}}"]),
        ("a parent whose name is a value", ["listing.html.mustache": "{{>*name}}"]),
    ])
    func aBlockMayBeAnywhereInWhatTheParentIncludes(place: String, templates: [String: String]) {
        let page = "{{< listing}}{{$list}}x{{/list}}{{$scripts}}x{{/scripts}}{{/ listing}}"
        #expect(messages(templates.merging(["page.html.mustache": page]) { $1 }) == [], "\(place)")
    }

    @Test func aBlockMayComeIntoTheParentWithAnother() {
        let page = "{{< layout}}{{$main}}{{> inner}}{{/main}}{{$list}}x{{/list}}{{/ layout}}"
        #expect(messages(["page.html.mustache": page, "inner.html.mustache": "{{$list}}{{/list}}"]) == [])
        let listing = "{{< layout}}{{$list}}x{{/list}}{{/ layout}}"
        let based = "{{< listing}}{{$main}}{{$list}}{{/list}}{{/main}}{{/ listing}}"
        #expect(messages(["listing.html.mustache": listing, "page.html.mustache": based]) == [])
    }

    @Test(arguments: [
        ("{{< layout}}\n<h1>{{a}}</h1>\n{{/ layout}}", "2:1"), ("{{< layout}}{{$main}}x{{/main}} {{a}}{{/ layout}}", "1:33"),
        ("{{< layout}}{{#a}}{{$main}}x{{/main}}{{/a}}{{/ layout}}", "1:13"),
    ])
    func whatIsInNoBlockIsAMistake(template: String, place: String) {
        #expect(
            messages(["page.html.mustache": template]) == [
                "page.html.mustache:\(place): this is in none of the blocks of {{< layout}}, so it is not shown. "
                    + "Put it into a block, as in {{$main}}…{{/main}}, or take it out"
            ])
    }

    @Test func commentsAndSpaceBetweenBlocksAreFine() {
        #expect(messages(["page.html.mustache": "{{< layout}}\n{{! a note }}\n{{$main}}x{{/main}}\n{{/ layout}}"]) == [])
    }
}
