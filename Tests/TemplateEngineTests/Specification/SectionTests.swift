import Testing

@Suite struct SectionTests {
    @Test(arguments: [
        Example("A true section is rendered", "<{{#a}}in{{/a}}>", data: #"{"a": true}"#, "<in>"),
        Example(
            "Falsy values leave a section out",
            "<{{#a}}a{{/a}}{{#b}}b{{/b}}{{#c}}c{{/c}}{{#d}}d{{/d}}{{#e}}e{{/e}}>",
            data: #"{"a": false, "b": null, "c": [], "d": ""}"#, "<>"),
        Example("Zero is a value", "<{{#a}}{{.}}{{/a}}>", data: #"{"a": 0}"#, "<0>"),
        Example("An empty object is a value", "<{{#a}}in{{/a}}>", data: #"{"a": {}}"#, "<in>"),
        Example("Text is the context of its section", "{{#a}}({{.}}){{/a}}", data: #"{"a": "x"}"#, "(x)"),
        Example("True is no context", "{{#list}}{{#flag}}{{.}}{{/flag}}{{/list}}", data: #"{"list": [1, 2], "flag": true}"#, "12"),
        Example("An object is the context of its section", "{{#a}}{{n}}{{m}}{{/a}}", data: #"{"a": {"n": 1}, "n": 0, "m": 2}"#, "12"),
        Example(
            "The innermost context wins", "{{#a}}{{#b}}{{n}}{{/b}}{{n}}{{/a}}{{n}}", data: #"{"n": 1, "a": {"n": 2, "b": {"n": 3}}}"#, "321"
        ),
        Example(
            "A section is rendered for each item", "{{#list}}<{{n}}>{{/list}}", data: #"{"list": [{"n": 1}, {"n": 2}, {"n": 3}]}"#,
            "<1><2><3>"),
        Example("A dot is the item", "{{#list}}({{.}}){{/list}}", data: #"{"list": [1, "a", 2.50]}"#, "(1)(a)(2.50)"),
        Example("Null is an item too", "{{#list}}({{.}}){{/list}}", data: #"{"list": [null, 1]}"#, "()(1)"),
        Example("Lists are in lists", "{{#list}}({{#.}}{{.}}{{/.}}){{/list}}", data: #"{"list": [[1, 2], [], [3]]}"#, "(12)()(3)"),
        Example("The data itself may be a list", "{{#.}}<{{.}}>{{/.}}", data: "[1, 2]", "<1><2>"),
        Example("Sections of one name nest", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", data: #"{"a": true}"#, "123"),
        Example("A dotted section", "{{#a.b}}in{{/a.b}}{{#a.c}}out{{/a.c}}", data: #"{"a": {"b": 1}}"#, "in"),
        Example("Spaces inside the tags", "{{# a }}in{{/ a }}", data: #"{"a": true}"#, "in"),
        Example("Lines that hold only a section's tag vanish", "1\n{{#a}}\n2\n  {{/a}}  \n3\n", data: #"{"a": true}"#, "1\n2\n3\n"),
        Example("Also with CRLF", "1\r\n{{#a}}\r\n2\r\n{{/a}}\r\n3", data: #"{"a": true}"#, "1\r\n2\r\n3"),
        Example("Also at the end of the text", "1\n{{#a}}\n{{/a}}", data: #"{"a": true}"#, "1\n"),
        Example("Lines with two section tags stay", "1\n{{#a}}{{/a}}\n2", data: #"{"a": true}"#, "1\n\n2"),
        Example("White space of lines with text is kept", " {{#a}} x {{/a}} \n", data: #"{"a": true}"#, "  x  \n"),
    ])
    func aSectionIsRenderedForEachItemAndWithWhatIsThere(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }

    @Test(arguments: [
        Example(
            "Falsy values open an inverted section",
            "{{^a}}a{{/a}}{{^b}}b{{/b}}{{^c}}c{{/c}}{{^d}}d{{/d}}{{^e}}e{{/e}}",
            data: #"{"a": false, "b": null, "c": [], "d": ""}"#, "abcde"),
        Example("Values leave it out", "<{{^a}}a{{/a}}{{^b}}b{{/b}}{{^c}}c{{/c}}>", data: #"{"a": 0, "b": {}, "c": [0]}"#, "<>"),
        Example("It has no context of its own", "{{#a}}{{^b}}{{n}}{{/b}}{{/a}}", data: #"{"a": {"n": 1}}"#, "1"),
        Example("A dotted name that breaks off is falsy", "{{^a.b.c}}none{{/a.b.c}}", data: #"{"a": {}}"#, "none"),
        Example("Its lines vanish too", "1\n {{^a}}\n2\n {{/a}}\n3", "1\n2\n3"),
    ])
    func anInvertedSectionIsRenderedWhereThereIsNothing(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
