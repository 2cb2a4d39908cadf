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
