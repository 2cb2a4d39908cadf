import Testing

@Suite struct LoopValueTests {
    @Test(arguments: [
        Example("@index counts from 0", "{{#l}}{{@index}}{{.}} {{/l}}", data: #"{"l": ["a", "b"]}"#, "0a 1b "),
        Example("@length is the number of items", "{{#l}}{{.}}/{{@length}} {{/l}}", data: #"{"l": ["a", "b"]}"#, "a/2 b/2 "),
        Example(
            "@first and @last open sections", "{{#l}}{{#@first}}({{/@first}}{{.}}{{^@last}}, {{/@last}}{{#@last}}){{/@last}}{{/l}}",
            data: #"{"l": [1, 2, 3]}"#, "(1, 2, 3)"),
        Example(
            "They belong to the innermost list", "{{#l}}{{#m}}{{@index}}{{/m}}{{@index}} {{/l}}",
            data: #"{"l": [{"m": [1, 2]}, {"m": []}]}"#, "010 1 "),
        Example(
            "A section over an object is no loop of its own", "{{#l}}{{#o}}{{@index}}{{/o}}{{/l}}", data: #"{"l": [{"o": {}}, {"o": {}}]}"#,
            "01"),
        Example(
            "A partial sees the loop that it is in", "{{#l}}{{>p}}{{/l}}", data: #"{"l": [7, 8]}"#, partials: ["p": "{{@index}}:{{.}} "],
            "0:7 1:8 "),
        Example(
            "A section over one keeps it, whatever loops are inside", "{{#l}}{{#@length}}{{#m}}{{@length}}{{/m}}={{.}} {{/@length}}{{/l}}",
            data: #"{"l": [{"m": [1, 2]}, {"m": []}]}"#, "22=2 =2 "),
        Example("Outside of loops they are missing", "({{@index}}{{@length}}{{#@first}}x{{/@first}})", "()"),
        Example("Data that has the name comes first", "{{#l}}{{@index}}{{/l}}", data: #"{"l": [{"@index": "x"}]}"#, "x"),
        Example("Other names with the sign are names", "{{@id}}", data: #"{"@id": 1}"#, "1"),
        Example("They can be filtered", "{{#l}}{{@length | plural \"flight\" \"flights\"}} {{/l}}", data: #"{"l": [1]}"#, "flight "),
    ])
    func aSectionKnowsThePlaceOfItsTurnInTheList(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
