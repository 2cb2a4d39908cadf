import Language
import Testing

@Suite struct IsolationTests {
    private static let names = [
        "Soyuz TM-3", "Союз", "神舟", "שביט", "Shavit שביט", "الأمل", "747", "−5 %", "", "٣", "Ünal", "e\u{301}", "A\u{200F}",
    ]

    @Test func aLanguageFromLeftToRightIsolatesNamesFromRightToLeft() {
        #expect(
            Self.names.map { Language.english.isolated($0) } == [
                "Soyuz TM-3", "Союз", "神舟", "\u{2068}שביט\u{2069}", "\u{2068}Shavit שביט\u{2069}", "\u{2068}الأمل\u{2069}", "747",
                "−5 %", "", "\u{2068}٣\u{2069}", "Ünal", "e\u{301}",
                "\u{2068}A\u{200F}\u{2069}",
            ])
    }

    @Test func aLanguageFromRightToLeftIsolatesAllOtherNames() {
        #expect(
            Self.names.map { Language.language(for: "ar").isolated($0) } == [
                "\u{2068}Soyuz TM-3\u{2069}", "\u{2068}Союз\u{2069}", "\u{2068}神舟\u{2069}", "שביט", "\u{2068}Shavit שביט\u{2069}",
                "الأمل", "747", "−5 %", "", "٣", "\u{2068}Ünal\u{2069}", "\u{2068}e\u{301}\u{2069}",
                "\u{2068}A\u{200F}\u{2069}",
            ])
    }
}
