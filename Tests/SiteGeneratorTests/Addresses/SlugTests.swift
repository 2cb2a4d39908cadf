import Foundation
import Testing

@testable import SiteGenerator

@Suite struct SlugTests {
    @Test(arguments: [
        ("Soyuz TM-4", "soyuz-tm-4"),
        ("  --Orion (EM-1)/2--  ", "orion-em-1-2"),
        ("Russian Federal Space Agency (ROSCOSMOS)", "russian-federal-space-agency-roscosmos"),
        ("Прогресс М-46", "progress-m-46"),
        ("Объект Щука Юлия", "obekt-shhuka-yuliya"),
        ("Байкал Ёж", "baikal-ezh"),
        ("Баи\u{306}кал", "baikal"),
        ("Київ Ґудзик", "kiiv-gudzik"),
        ("Éclair d'Été", "eclair-dete"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Dragon's Æther ßø Łódź", "dragons-aether-sso-lodz"),
        ("e\u{301}toile", "etoile"),
        ("İstanbul", "istanbul"),
        ("神舟五号", ""),
        ("Shenzhou 神舟 5", "shenzhou-5"),
        ("Soyuz\u{2011}T", "soyuz-t"),
        ("\u{202E}evil\u{1}", "evil"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("", ""),
    ])
    func aNameBecomesLowerCaseASCIIWordsWithHyphens(name: String, slug: String) {
        #expect(Slug.make(name) == slug)
    }

    @Test(arguments: [
        ("one " + String(repeating: "x", count: 70) + " twelve", "one-" + String(repeating: "x", count: 70)),
        (String(repeating: "x", count: 200), String(repeating: "x", count: 80)),
        (String(repeating: "x", count: 80) + " y", String(repeating: "x", count: 80)),
        (String(repeating: "x", count: 79) + " y", String(repeating: "x", count: 79)),
        (String(repeating: "x", count: 80), String(repeating: "x", count: 80)),
    ])
    func aLongSlugIsCutAtTheEndOfAWordOneLongWordInsideIt(name: String, slug: String) {
        #expect(Slug.make(name) == slug)
    }

    @Test func aLetterThatUnicodeTakesApartHasTheSlugOfItsParts() {
        for value in UInt32(0x80)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let letter = String(scalar)
            let parts = letter.decomposedStringWithCanonicalMapping
            guard !parts.unicodeScalars.elementsEqual(letter.unicodeScalars) else { continue }
            #expect(Slug.make("a\(letter)b") == Slug.make("a\(parts)b"), "U+\(String(value, radix: 16, uppercase: true))")
        }
    }
}
