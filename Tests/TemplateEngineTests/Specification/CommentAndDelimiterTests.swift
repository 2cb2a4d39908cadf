import Testing

@Suite struct CommentAndDelimiterTests {
    @Test(arguments: [
        Example("A comment prints nothing", "12{{! no }}34", "1234"),
        Example("A comment goes over lines", "1{{!\n no\n}}2\n", "12\n"),
        Example("Its line vanishes", "1\n  {{! no }}\n2\n", "1\n2\n"),
        Example("All its lines vanish", "1\r\n{{!\r\nno\r\n}}\r\n2", "1\r\n2"),
        Example("Beside text its white space stays", "1 {{! no }}\n", "1 \n"),
        Example("A comment is not a tag of another kind", "{{!# a }}{{! / b }}", ""),
        Example("A comment does not print a value of its name", "<{{! a }}>", data: #"{"! a": 1, "a": 2}"#, "<>"),
    ])
    func aCommentIsNothingAlsoAloneOnItsLine(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }

    @Test(arguments: [
        Example("Delimiters change", "{{=<% %>=}}<%a%> {{a}}", data: #"{"a": 1}"#, "1 {{a}}"),
        Example("They change back", "{{=| |=}}|a||={{ }}=|{{a}}", data: #"{"a": 1}"#, "11"),
        Example("White space around them is ignored", "{{= | | =}}|a|", data: #"{"a": 1}"#, "1"),
        Example("They hold inside and after a section", "{{=| |=}}|#a||b||/a||b|", data: #"{"a": true, "b": 1}"#, "11"),
        Example("Partials begin with the usual ones", "{{=| |=}}|>p|", data: #"{"a": 1}"#, partials: ["p": "{{a}}|a|"], "1|a|"),
        Example("Partials do not hand theirs on", "{{>p}}{{a}}", data: #"{"a": 1}"#, partials: ["p": "{{=| |=}}|a|"], "11"),
        Example("The line of the change vanishes", "1\r\n {{=| |=}}\r\n2", "1\r\n2"),
        Example("Inline white space stays", "| {{=@ @=}} |", "|  |"),
    ])
    func delimitersAreThoseLastSetInTheTemplate(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
