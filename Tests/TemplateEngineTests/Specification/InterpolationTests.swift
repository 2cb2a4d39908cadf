import Testing

@Suite struct InterpolationTests {
    @Test(arguments: [
        Example("Text without tags is printed as it is", "Hello from\n  orbit!\n", "Hello from\n  orbit!\n"),
        Example("A name is replaced by its value", "Hello, {{craft}}!", data: #"{"craft": "Mir"}"#, "Hello, Mir!"),
        Example("Values are not templates", "{{a}}", data: ##"{"a": "{{b}} {{#c}}", "b": "no"}"##, "{{b}} {{#c}}"),
        Example(
            "Five characters are escaped", "{{t}}", data: #"{"t": "& < > \" '"}"#, "&amp; &lt; &gt; &quot; &#39;"),
        Example("Three braces print unescaped", "{{{t}}}", data: #"{"t": "& < > \" '"}"#, "& < > \" '"),
        Example("An ampersand prints unescaped", "{{&t}}", data: #"{"t": "& < > \" '"}"#, "& < > \" '"),
        Example("Integers are printed whole", "{{n}} {{{n}}} {{&n}}", data: #"{"n": 85}"#, "85 85 85"),
        Example(
            "Numbers keep the digits that JSON wrote", "{{a}} {{b}} {{c}}", data: #"{"a": 1.210, "b": -0, "c": 1E+3}"#, "1.210 -0 1E+3"),
        Example("The lowest integer is printed", "{{.}}", data: "-9223372036854775808", "-9223372036854775808"),
        Example("Null prints nothing", "({{n}}{{{n}}}{{&n}})", data: #"{"n": null}"#, "()"),
        Example("A missing name prints nothing", "({{n}}{{{n}}}{{&n}})", "()"),
        Example("True and false print as words", "{{a}} {{b}}", data: #"{"a": true, "b": false}"#, "true false"),
        Example("Lists and objects print nothing", "({{a}}{{b}})", data: #"{"a": [1], "b": {"c": 1}}"#, "()"),
        Example(
            "A dotted name goes down", "{{a.b.c}} {{{a.b.c}}}", data: #"{"a": {"b": {"c": "<3"}}}"#, "&lt;3 <3"),
        Example("A dotted name that breaks off prints nothing", "({{a.b.c}})", data: #"{"a": {"b": {}}, "c": "no"}"#, "()"),
        Example(
            "The first part of a dotted name is looked up first, and alone", "{{#a}}({{b.c}}){{/a}}",
            data: #"{"a": {"b": {}}, "b": {"c": "no"}}"#, "()"),
        Example("A dotted name is no key of its own", "({{a.b}})", data: #"{"a.b": 1, "a": {"b": 2}}"#, "(2)"),
        Example("A null inside hides the value outside", "{{#a}}({{b}}){{/a}}", data: #"{"a": {"b": null}, "b": 1}"#, "()"),
        Example("A dot is the value itself", "{{.}} {{{.}}} {{&.}}", data: #""<b>""#, "&lt;b&gt; <b> <b>"),
        Example("White space around a tag is kept", "| {{a}} |\n  {{a}}\n", data: #"{"a": 1}"#, "| 1 |\n  1\n"),
        Example("White space inside a tag is ignored", "|{{ a }}|{{{ a }}}|{{& a }}|{{\ta\n}}|", data: #"{"a": 1}"#, "|1|1|1|1|"),
        Example("Names are any Unicode text", "{{имя}} {{名前}}", data: #"{"имя": "Мир", "名前": "みらい"}"#, "Мир みらい"),
        Example("A combining mark may follow a tag", "{{a}}\u{301}", data: #"{"a": "e"}"#, "e\u{301}"),
        Example("A byte order mark is not printed", "\u{FEFF}{{a}}", data: #"{"a": 1}"#, "1"),
        Example("Text that looks like half a tag is text", "{ {a}} }} {", data: #"{"a": 1}"#, "{ {a}} }} {"),
    ])
    func aTagPrintsTheValueOfItsName(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
