import Support
import Testing

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
