import Support
import Testing

@Suite struct SourceTextTests {
    @Test(arguments: [
        ("Soyuz TM-4", "Soyuz TM-4"), ("", ""), ("Союз ТМ-4 🚀", "Союз ТМ-4 🚀"), (" a ", " a "),
        ("a\u{0}b\u{8}c\u{1F}d\u{7F}e\u{80}f\u{9F}g", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}g"),
        ("\u{FDCF}\u{FDF0}\u{FFFD}\u{E000}\u{10FFFD}", "\u{FDCF}\u{FDF0}\u{FFFD}\u{E000}\u{10FFFD}"),
        ("a\tb\nc\rd\r\ne\u{B}f\u{C}g\u{85}h\u{2028}i\u{2029}j", "a b c d  e f g h i j"),
        ("\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}a", "a"),
        ("سويوز\u{200F}\u{200E}", "سويوز\u{200F}\u{200E}"),
        ("   ", ""), ("\t\n", ""), ("\u{A0}\u{3000}", ""), ("\u{202E}", ""), ("\u{200B}\u{AD}", ""), (" \u{0}", " \u{FFFD}"),
    ])
    func lineIsFitForEveryOutput(text: String, line: String) {
        #expect(SourceText.line(text) == line)
        #expect(Array(SourceText.line(line).utf8) == Array(line.utf8))
    }

    @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF])
    func nonCharacterBecomesAReplacementCharacter(value: UInt32) throws {
        let text = "a" + String(try #require(Unicode.Scalar(value)))
        #expect(SourceText.line(text) == "a\u{FFFD}")
        #expect(SourceText.prose(text) == "a\u{FFFD}")
    }

    @Test(arguments: [
        ("One.\r\n\r\nTwo.\tThree\u{85}", "One.\r\n\r\nTwo.\tThree\u{85}"), ("  ", "  "), ("a\u{202E}b", "a\u{202E}b"),
        ("a\u{0}\u{B}\u{C}\u{E}b\u{9F}\u{FFFE}", "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}"), ("\u{7F}", "\u{FFFD}"), ("ü", "ü"),
    ])
    func proseKeepsItsLines(text: String, prose: String) {
        #expect(SourceText.prose(text) == prose)
    }
}

@Suite struct ASCIITests {
    /// The bytes that belong to a class.
    func members(_ isMember: (UInt8) -> Bool) -> String {
        String(decoding: (UInt8.min...UInt8.max).filter(isMember), as: UTF8.self)
    }

    @Test func theClassesHoldTheirCharactersAndNoOtherBytes() {
        #expect(members(\.isHTMLSpace) == "\t\n\u{C}\r ")
        #expect(members(\.isASCIIDigit) == "0123456789")
        #expect(members(\.isASCIILetter) == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        #expect(members(\.isHexDigit) == "0123456789ABCDEFabcdef")
        #expect(members { $0.hexDigitValue != nil } == "0123456789ABCDEFabcdef")
    }

    @Test func hexadecimalDigitsHaveTheirValues() {
        #expect("0123456789abcdefABCDEF".utf8.map(\.hexDigitValue) == Array(0...15) + Array(10...15))
    }

    @Test func onlyLettersOfASCIIBecomeSmall() {
        #expect("HREF-2 É \u{212A}[@".asciiLowercased() == "href-2 É \u{212A}[@")
        #expect(members { $0.asciiLowercased != $0 } == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    }

    @Test(
        arguments: [
            ("233;a", 233, 4), ("233 ", 233, 3), ("233", 233, 3), ("xE9;", 0xE9, 4), ("Xe9g", 0xE9, 3), ("0;", 0, 2),
            ("99999999999;", 0x11_0000, 12), ("x110000;", 0x11_0000, 8), ("", nil, nil), ("x", nil, nil), (";", nil, nil),
            ("a1;", nil, nil),
        ] as [(String, UInt32?, Int?)])
    func aReferenceIsANumberAndMayLackItsSemicolon(_ text: String, _ value: UInt32?, _ end: Int?) {
        let bytes = Array(text.utf8)
        let reference = NumericReference(bytes, from: 0, to: bytes.count)
        #expect(reference?.value == value)
        #expect(reference?.end == end)
    }
}

@Suite struct NameSuggestionTests {
    @Test(
        arguments: [
            ("titel", "title"), ("Title", "title"), ("tile", "title"), ("titlee", "title"), ("url", "url"), ("ulr", "url"),
            ("description", nil),
            ("", nil),
        ] as [(String, String?)])
    func theNearestNameIsSuggestedAndNoneThatIsFar(_ name: String, _ nearest: String?) {
        #expect(NameSuggestion.nearest(to: name, among: ["url", "title", "name"]) == nearest)
    }
}
