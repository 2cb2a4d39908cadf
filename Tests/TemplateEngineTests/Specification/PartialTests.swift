import Testing

@Suite struct PartialTests {
    @Test(arguments: [
        Example("A partial is put in", "<{{>p}}>", partials: ["p": "text"], "<text>"),
        Example("A missing partial is nothing", "<{{>p}}>", "<>"),
        Example("It sees the context of its place", "{{#a}}{{>p}}{{/a}}", data: #"{"a": {"n": 1}}"#, partials: ["p": "({{n}})"], "(1)"),
        Example("Partials are in partials", "{{>a}}", data: #"{"n": 1}"#, partials: ["a": "a{{>b}}", "b": "b{{n}}"], "ab1"),
        Example(
            "A partial recurs over data", "{{>node}}", data: #"{"n": 1, "in": [{"n": 2, "in": [{"n": 3, "in": []}]}, {"n": 4, "in": []}]}"#,
            partials: ["node": "{{n}}<{{#in}}{{>node}}{{/in}}>"], "1<2<3<>>4<>>"),
        Example("Inline it changes no white space", "| {{>p}} |", partials: ["p": "\t|\t"], "| \t|\t |"),
        Example("Inline it is not indented", "  {{n}}  {{> p}}\n", data: #"{"n": 1}"#, partials: ["p": "a\nb"], "  1  a\nb\n"),
        Example("Alone on its line it indents each line", "[\n  {{>p}}\n]", partials: ["p": "a\n b\n\nc\n"], "[\n  a\n   b\n  \n  c\n]"),
        Example("It does not indent values", " {{>p}}\n", data: #"{"v": "x\ny"}"#, partials: ["p": "|\n{{{v}}}\n|\n"], " |\n x\ny\n |\n"),
        Example(
            "It indents a line that begins with a tag", "  {{>p}}", data: #"{"v": 1}"#, partials: ["p": "{{v}}\n{{v}}\n"], "  1\n  1\n"),
        Example(
            "It indents the lines inside sections, not the sections", "  {{>p}}\n", data: #"{"l": [1, 2]}"#,
            partials: ["p": "{{#l}}\n{{.}};\n{{/l}}\nend"], "  1;\n  2;\n  end"),
        Example(
            "Indentation adds up through partials", " {{>a}}\n", partials: ["a": "a\n  {{>b}}\n", "b": "b\nb\n"], " a\n   b\n   b\n"),
        Example(
            "An inline partial takes no indentation from its caller's", " {{>a}}\n", partials: ["a": "({{>b}})\n", "b": "b\nb"], " (b\nb)\n"
        ),
        Example(
            "Indentation grows as a partial recurs", "{{>node}}", data: #"{"n": 1, "in": [{"n": 2, "in": [{"n": 3, "in": []}]}]}"#,
            partials: ["node": "{{n}}\n{{#in}}\n  {{>node}}\n{{/in}}\n"], "1\n  2\n    3\n"),
        Example("A tab indents too", "\t{{>p}}\n", partials: ["p": "a\nb\n"], "\ta\n\tb\n"),
        Example("Its line may end with CRLF", "|\r\n{{>p}}\r\n|", partials: ["p": ">"], "|\r\n>|"),
        Example("A name has slashes and spaces", "{{> parts/the plate }}", partials: ["parts/the plate": "x"], "x"),
    ])
    func aPartialIsPutInWhereItIsNamed(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }

    @Test(arguments: [
        Example("The value names the partial", "<{{>*name}}>", data: #"{"name": "p"}"#, partials: ["p": "text"], "<text>"),
        Example("No value, no partial", "<{{>*name}}>", partials: ["name": "no"], "<>"),
        Example("No such partial, nothing", "<{{>*name}}>", data: #"{"name": "q"}"#, partials: ["p": "no"], "<>"),
        Example("A value that is not text names nothing", "<{{>*name}}>", data: #"{"name": 1}"#, partials: ["1": "no"], "<>"),
        Example("The name may be dotted", "{{>*a.b}}", data: #"{"a": {"b": "p"}, "n": 1}"#, partials: ["p": "{{n}}"], "1"),
        Example("It is looked up once only", "<{{>**a}}>", data: #"{"a": "b", "b": "p"}"#, partials: ["p": "no"], "<>"),
        Example(
            "It may differ from item to item", "{{#list}}{{>*kind}}{{/list}}", data: #"{"list": [{"kind": "a"}, {"kind": "b"}]}"#,
            partials: ["a": "A", "b": "B"], "AB"),
        Example(
            "It recurs over data", "{{>*t}}", data: #"{"t": "p", "n": 1, "in": [{"n": 2, "in": []}]}"#,
            partials: ["p": "{{n}}<{{#in}}{{>*t}}{{/in}}>"], "1<2<>>"),
        Example(
            "Alone on its line it indents", " {{> * name }}\n", data: #"{"name": "p", "v": "x\ny"}"#, partials: ["p": "|\n{{v}}\n"],
            " |\n x\ny\n"),
        Example(
            "A parent may have a dynamic name", "{{<*n}}{{$b}}in{{/b}}{{/*n}}", data: #"{"n": "p"}"#, partials: ["p": "({{$b}}{{/b}})"],
            "(in)"),
    ])
    func aValueMayNameAPartial(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
