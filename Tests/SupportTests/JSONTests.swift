import Testing

@testable import Support

@Suite struct JSONTests {
    @Test(
        arguments: [
            (#""plain""#, "plain"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
            (#""\ud83d\ude80 \uD83D\uDE80""#, "🚀 🚀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dA""#, "\u{FFFD}A"),
            (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ude80""#, "\u{FFFD}"), (#""Аврора 🚀""#, "Аврора 🚀"), (#""""#, ""),
        ])
    func stringsAreReadWithTheirEscapes(text: String, value: String) throws {
        #expect(try JSONDocument(Array(text.utf8)).root.string == value)
    }

    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("42", 42, 42), ("-7", -7, -7), ("9223372036854775807", Int.max, 9_223_372_036_854_775_808),
            ("9223372036854775808", nil, 9_223_372_036_854_775_808), ("2.72", nil, 2.72), ("-1.5e3", nil, -1_500), ("1E+2", nil, 100),
            ("1e999", nil, nil),
        ] as [(String, Int?, Double?)])
    func numbersAreWholeOnlyWhenWrittenSoAndNeverOverflow(text: String, int: Int?, double: Double?) throws {
        let value = try JSONDocument(Array(text.utf8)).root
        #expect(value.int == int)
        #expect(value.double == double)
    }

    @Test func membersAndElementsAreFoundPastWhatTheyDoNotContain() throws {
        let root = try JSONDocument(Array(#" {"a": {"b": 1}, "b": [[2, 3], {"c": true}], "b": null, "" : false} "#.utf8)).root
        #expect(root["b"]?.elements?.count == 2)
        #expect(root["b"]?.elements?[1]["c"]?.bool == true)
        #expect(root["c"] == nil)
        #expect(root[""]?.bool == false)
        #expect(root.keys == ["a", "b", "b", ""])
        #expect(try root.path(to: #require(root["b"]?.elements?[1]["c"])) == "b[1] › c")
        #expect(root.path(to: root) == "")
    }

    @Test(
        arguments: [
            ("", 0, "the text ends where a value is expected"), ("{", 1, "the text ends where a key in quotes is expected"),
            ("[1,]", 3, "expected a value, found ']'"), (#"{"a":1,}"#, 7, "expected a key in quotes, found '}'"),
            ("[1 2]", 3, "expected ',' or ']', found '2'"), (#"{"a" 1}"#, 5, "expected ':', found '1'"),
            (#"{"a":1 "b":2}"#, 7, "expected ',' or '}', found '\"'"), ("[1}", 2, "expected ',' or ']', found '}'"),
            ("{a:1}", 1, "expected a key in quotes, found 'a'"), ("01", 1, "expected nothing after the JSON, found '1'"),
            ("-", 1, "the text ends where a digit is expected"), ("1.", 2, "the text ends where a digit is expected"),
            (".5", 0, "expected a value, found '.'"), ("1e", 2, "the text ends where a digit is expected"),
            ("+1", 0, "expected a value, found '+'"), ("NaN", 0, "expected a value, found 'N'"),
            ("nul", 3, "the text ends where 'null' is expected"),
            ("True", 0, "expected a value, found 'T'"), (#"{} {}"#, 3, "expected nothing after the JSON, found '{'"),
            (#""abc"#, 4, "the text ends inside a string"), (#""\x""#, 2, #"'\' before 'x'"#),
            (#""\u12g4""#, 5, #"'\u' without four hexadecimal digits"#), ("\"a\tb\"", 2, "a control character inside a string"),
            (#"'a'"#, 0, "expected a value, found '''"), ("[1,\u{0}]", 3, "expected a value, found a control character"),
            ("/* */ 1", 0, "expected a value, found '/'"),
        ])
    func whatIsNotJSONIsRefusedAtItsFirstWrongByte(text: String, offset: Int, what: String) {
        let error = #expect(throws: InvalidJSON.self) { try JSONDocument(Array(text.utf8)) }
        #expect(error?.offset == offset)
        #expect(error?.what == what)
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        #expect(throws: InvalidJSON(reason: .encoding, offset: 2, start: 2, what: "a string that is not UTF-8")) {
            try JSONDocument([0x5B, 0x22, 0x61, 0xE9, 0x22, 0x5D])
        }
    }

    @Test func depthIsLimitedAndTakesNoStack() throws {
        let deep = String(repeating: "[", count: 100_000)
        let error = #expect(throws: InvalidJSON.self) { try JSONDocument(Array(deep.utf8)) }
        #expect(error?.offset == 256)
        #expect(error?.what == "more than 256 levels inside each other")
        let allowed = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(try JSONDocument(Array(allowed.utf8)).nodes.count == 256)
    }

    @Test func aCutOffDocumentNeverReadsAsAWholeOne() throws {
        let text =
            #"{"id": 584, "name": "Аврора \"1\"", "mass": -7.25e3, "flights": [{"id": 1, "in_space": true}, {}, []], "description": null}"#
        let bytes = Array(text.utf8)
        #expect(throws: Never.self) { try JSONDocument(bytes) }
        for end in bytes.indices.dropFirst() {
            #expect(throws: InvalidJSON.self) { try JSONDocument(bytes, in: 0..<end) }
        }
    }

    @Test func placesAreCountedInLinesAndCharacters() {
        let bytes = Array("a\r\né宇x".utf8)
        #expect(TextPosition(of: 0, in: bytes).description == "1:1")
        #expect(TextPosition(of: 3, in: bytes).description == "2:1")
        #expect(TextPosition(of: 8, in: bytes).description == "2:3")
        #expect(TextPosition(of: 99, in: bytes).description == "2:4")
    }
}
