import Foundation
import Testing

@testable import Catalogue

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("Soyuz TMA-09M", "soyuz tma-09m"),
        ("ÀÁÂÃÄÅ Çé Ñ Öü Ÿž", "aaaaaa ce n ou yz"),
        ("Vương Ế", "vuong e"),
        ("Ørsted Łódź Đorđe ħ", "orsted lodz dorde h"),
        ("Æther œuvre Straße ẞ", "aether oeuvre strasse ss"),
        ("İstanbul", "istanbul"),
        ("ðþŋə", "ðþŋə"),
        ("Ἀθήνα Άρης Όμηρος", "ἀθηνα αρησ ομηροσ"),
        ("Ёлка Йод Їжак", "елка иод іжак"),
        ("神舟（１０）\u{3000}Ａ", "神舟(10) a"),
        ("한국 かが 天舟", "한국 かが 天舟"),
        ("A\u{2010}B\u{2011}C\u{2013}D\u{2014}E\u{2212}F", "a-b-c-d-e-f"),
        ("No.\u{A0}1\u{202F}2", "no. 1 2"),
        ("“O’Neil” ‘x’", "\"o'neil\" 'x'"),
        ("🚀 e\u{301}\u{323}", "🚀 e"),
    ])
    func caseDiacriticsAndTypographyAreTakenAwayOtherScriptsStay(name: String, folded: String) {
        #expect(String(decoding: NameFolding.fold(name), as: UTF8.self) == folded)
    }

    @Test func aLetterThatUnicodeComposesFoldsAsItsPartsDoInLatinGreekAndCyrillic() throws {
        let letters = [0xC0...0x24F, 0x386...0x3CE, 0x400...0x45F, 0x1E00...0x1EFF].joined().compactMap(Unicode.Scalar.init)
        let unlike = letters.map { String($0) }.filter { letter in
            let parts = letter.decomposedStringWithCanonicalMapping
            return parts.unicodeScalars.dropFirst().allSatisfy { (0x300...0x36F).contains($0.value) }
                && NameFolding.fold(parts) != NameFolding.fold(letter)
        }
        #expect(unlike == [])
    }
}
