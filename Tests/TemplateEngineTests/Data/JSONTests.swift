import TemplateEngine
import Testing

@Suite struct JSONTests {
    private func rewritten(_ json: String, pretty: Bool = false) throws -> String {
        String(decoding: try TemplateValue(json: Array(json.utf8)).json(pretty: pretty), as: UTF8.self)
    }

    @Test func everyKindOfValueIsRead() throws {
        #expect(
            try TemplateValue(json: Array(#" {"a": [null, true, false, 1, -1.50, "x\u00e9\ud83d\ude80\n"], "b": {}} "#.utf8))
                == ["a": [nil, true, false, 1, .number("-1.50"), "xé🚀\n"], "b": [:]])
    }

    @Test(arguments: [
        "null", "\"bare\"", "1.210", "1E+400", "-0", "123456789012345678901234567890", "[]", "{}", #"{"b":1,"a":[2,{"c":null}]}"#,
    ])
    func whatIsReadIsWrittenBackAlike(json: String) throws {
        #expect(try rewritten(json) == json)
    }

    @Test func stringsAreWrittenWithTheShortestEscapes() throws {
        #expect(try rewritten(#""\u0022\\\/\b\f\n\r\t\u0001\u001f\u00e9""#) == #""\"\\/\b\f\n\r\t\u0001\u001fé""#)
    }

    @Test func prettyJSONHasALineForEachMember() throws {
        #expect(
            try rewritten(#"{"a":[1,{"b":2}],"c":[],"d":{}}"#, pretty: true) == """
                {
                  "a": [
                    1,
                    {
                      "b": 2
                    }
                  ],
                  "c": [],
                  "d": {}
                }

                """)
    }

    @Test func theLastOfTwoMembersWithOneNameCounts() throws {
        #expect(try rewritten(#"{"a":1,"b":2,"a":3}"#) == #"{"a":3,"b":2}"#)
    }

    @Test func halfASurrogatePairBecomesTheReplacementCharacter() throws {
        #expect(try rewritten(#""\ud83d \ude80 \ud83dx\ud83d\u0041""#) == "\"\u{FFFD} \u{FFFD} \u{FFFD}x\u{FFFD}A\"")
    }

    @Test(arguments: [
        ("", "1:1: the text ends where a value was expected"),
        ("{\"a\": 1,\n  b}", "2:3: a name in double quotes was expected here"),
        ("{\"a\" 1}", "1:6: ':' was expected after a name"),
        ("[1 2]", "1:4: ',' or ']' was expected here"),
        ("{\"a\":1 \"b\"}", "1:8: ',' or '}' was expected here"),
        ("[1,]", "1:4: a value was expected here"),
        ("01", "1:2: more text after the end of the value"),
        ("-", "1:2: a digit was expected here"),
        ("1.", "1:3: a digit was expected here"),
        ("tru", "1:1: a value was expected here"),
        ("\"abc", "1:1: a string that begins here has no closing quote"),
        ("\"a\nb\"", "1:3: a control character in a string must be written as an escape"),
        (#""\x""#, "1:2: an escape that JSON does not have"),
        (#""\u12""#, "1:2: four hexadecimal digits were expected after \\u"),
        ("1 1", "1:3: more text after the end of the value"),
    ])
    func mistakesHaveAPlace(json: String, message: String) {
        let error = #expect(throws: TemplateJSONError.self) { try TemplateValue(json: Array(json.utf8)) }
        #expect(error?.description == message)
    }

    @Test func bytesThatAreNotUTF8AreAMistake() {
        let error = #expect(throws: TemplateJSONError.self) { try TemplateValue(json: [0x22, 0xC3, 0x22]) }
        #expect(error?.what == "a string is not valid UTF-8")
    }

    @Test func nestingHasALimit() {
        let error = #expect(throws: TemplateJSONError.self) {
            try TemplateValue(json: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        }
        #expect(error?.what == "more than 256 levels of nesting")
    }
}
