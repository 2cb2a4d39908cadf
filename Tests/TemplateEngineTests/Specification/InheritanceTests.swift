import Testing

@Suite struct InheritanceTests {
    @Test(arguments: [
        Example("A block shows what stands in it", "{{$title}}Craft {{n}}{{/title}}", data: #"{"n": 1}"#, "Craft 1"),
        Example("A parent tag alone is a partial", "{{<p}}{{/p}}|{{>p}}", partials: ["p": "({{$a}}x{{/a}})"], "(x)|(x)"),
        Example("A filling takes the place of a block", "{{<p}}{{$a}}new{{/a}}{{/p}}", partials: ["p": "({{$a}}old{{/a}})"], "(new)"),
        Example("Data does not fill blocks", "{{<p}}{{/p}}", data: #"{"a": "no"}"#, partials: ["p": "{{$a}}old{{/a}}"], "old"),
        Example("Other blocks stay", "{{<p}}{{$b}}B{{/b}}{{/p}}", partials: ["p": "{{$a}}a{{/a}}{{$b}}b{{/b}}"], "aB"),
        Example(
            "Text inside a parent tag is not printed", "{{<p}} x {{$a}}new{{/a}} {{n}}{{/p}}", data: #"{"n": 1}"#,
            partials: ["p": "{{$a}}{{/a}}"], "new"),
        Example(
            "Each use has its own fillings", "{{<p}}{{$a}}1{{/a}}{{/p}}{{<p}}{{$a}}2{{/a}}{{/p}}{{>p}}", partials: ["p": "({{$a}}0{{/a}})"],
            "(1)(2)(0)"),
        Example("A block can land twice", "{{<p}}{{$a}}x{{/a}}{{/p}}", partials: ["p": "{{$a}}{{/a}}-{{$a}}{{/a}}"], "x-x"),
        Example(
            "What is filled further out counts", "{{<a}}{{$x}}page{{/x}}{{/a}}",
            partials: ["a": "{{<b}}{{$x}}layout{{/x}}{{/b}}", "b": "{{$x}}base{{/x}}"], "page"),
        Example(
            "A layout can fill what the page leaves", "{{<a}}{{/a}}",
            partials: ["a": "{{<b}}{{$x}}layout{{/x}}{{/b}}", "b": "{{$x}}base{{/x}}"], "layout"),
        Example(
            "BlockArguments reach partials of the parent", "{{<a}}{{$x}}page{{/x}}{{/a}}",
            partials: ["a": "{{>b}}", "b": "{{$x}}base{{/x}}"],
            "page"),
        Example(
            "A filling sees the context where it lands", "{{<p}}{{$a}}{{n}}{{/a}}{{/p}}", data: #"{"n": 1, "o": {"n": 2}}"#,
            partials: ["p": "{{#o}}{{$a}}{{/a}}{{/o}}"], "2"),
        Example(
            "A filling that has its own block shows that block's content", "{{<p}}{{$a}}[{{$a}}in{{/a}}]{{/a}}{{/p}}",
            partials: ["p": "{{$a}}{{/a}}"], "[in]"),
        Example(
            "Parents are in blocks of parents", "{{<p}}{{$foo}}x{{/foo}}{{/p}}",
            partials: [
                "p": "{{$foo}}d{{/foo}} {{$bar}}{{<q}}{{/q}}{{/bar}}",
                "q": "{{$foo}}e{{/foo}} {{<p}}{{$bar}}stop{{/bar}}{{/p}}",
            ], "x x x stop"),
        Example("A missing parent is nothing", "<{{<p}}{{$a}}x{{/a}}{{/p}}>", "<>"),
    ])
    func aBlockReplacesThatOfItsParent(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }

    @Test(arguments: [
        Example("A parent alone on its line indents", "[\n  {{<p}}{{/p}}\n]\n", partials: ["p": "a\nb\n"], "[\n  a\n  b\n]\n"),
        Example("A parent's lines vanish", "{{<p}}\n{{$a}}\nx\n{{/a}}\n{{/p}}\n|", partials: ["p": "{{$a}}{{/a}}"], "x\n|"),
        Example(
            "The end of the line stays behind a block on one line", "{{<p}}{{$a}}\n1\n2{{/a}}\n{{/p}}",
            partials: ["p": "(\n  {{$a}}{{/a}}\n)"], "(\n  1\n  2\n)"),
        Example(
            "A filling's lines lose the indentation of its first line and take that of the place",
            "{{<p}}{{$a}}\n    1\n      2\n    3\n{{/a}}{{/p}}", partials: ["p": "(\n  {{$a}}\n  {{/a}}\n)"], "(\n  1\n    2\n  3\n)"),
        Example(
            "What stands in the block says how far it is indented", "{{<p}}{{$a}}\n1\n2\n{{/a}}{{/p}}",
            partials: ["p": "{{$a}}\n   old\n{{/a}}\n"], "   1\n   2\n"),
        Example(
            "A block's own content stays where it is", "{{<p}}{{/p}}", partials: ["p": "{{$a}}\n   old\n     old\n{{/a}}\n"],
            "   old\n     old\n"),
        Example(
            "An inline filling takes the indentation of the line", "{{<p}}{{$a}}new{{/a}}{{/p}}",
            partials: ["p": "(\n  {{$a}}\n  old\n  {{/a}}\n)"], "(\n  new)"),
        Example(
            "A filling behind text is not indented in its first line", "{{<p}}{{$a}}\n  1\n  2\n{{/a}}{{/p}}",
            partials: ["p": "- {{$a}}{{/a}}"], "- 1\n2\n"),
        Example(
            "Blocks inside blocks are indented relative to what is around them", "{{<a}}{{$in}}\nx\n{{/in}}{{/a}}",
            partials: ["a": "{{<b}}{{$out}}\n  1\n  {{$in}}\n    2\n  {{/in}}\n{{/out}}{{/b}}", "b": "{{$out}}{{/out}}"], "1\n  x\n"),
        Example(
            "Sections in a filling keep their relative indentation", "{{<p}}{{$a}}\n  {{#l}}\n    {{.}}\n  {{/l}}\n{{/a}}{{/p}}",
            data: #"{"l": [1, 2]}"#, partials: ["p": "    {{$a}}\n    {{/a}}\n"], "      1\n      2\n"),
        Example(
            "Partials in a filling are moved with it", "{{<p}}{{$a}}\n    {{>q}}\n{{/a}}{{/p}}",
            partials: ["p": "  {{$a}}\n  {{/a}}\n", "q": "1\n2\n"], "  1\n  2\n"),
        Example(
            "A blank line comes before the first", "{{<p}}{{$a}}\n\n    1\n{{/a}}{{/p}}", partials: ["p": "  {{$a}}\n  {{/a}}\n"],
            "  \n  1\n"),
    ])
    func aBlockIsIndentedAsItsPlaceInTheParent(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
