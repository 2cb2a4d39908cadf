import Language
import Testing

@Suite struct ListTests {
    @Test(arguments: [
        ("en", "A, B, C", "A and B", "A, B, and C"),
        ("de", "A, B, C", "A und B", "A, B und C"),
        ("fr", "A, B, C", "A et B", "A, B et C"),
        ("es", "A, B, C", "A y B", "A, B y C"),
        ("ru", "A, B, C", "A и B", "A, B и C"),
        ("ja", "A、B、C", "A、B", "A、B、C"),
        ("ar", "A، B، C", "A وB", "A وB وC"),
    ])
    func aListHasTheSignsAndTheWordOfItsLanguage(tag: String, plain: String, two: String, three: String) {
        let language = Language.language(for: tag)
        #expect(language.list(["A", "B", "C"]) == plain)
        #expect(language.listWithAnd(["A", "B"]) == two)
        #expect(language.listWithAnd(["A", "B", "C"]) == three)
        #expect([language.list([]), language.listWithAnd([]), language.list(["A"]), language.listWithAnd(["A"])] == ["", "", "A", "A"])
    }

    @Test func theSpanishWordForAndChangesBeforeTheSoundOfI() {
        let spanish = Language.language(for: "es")
        let lists = ["India", "Irán", "ítems", "Hispasat", "hielo", "Hiato", "Yemen", "hi", ""].map { spanish.listWithAnd(["Rusia", $0]) }
        #expect(
            lists == [
                "Rusia e India", "Rusia e Irán", "Rusia e ítems", "Rusia e Hispasat", "Rusia y hielo", "Rusia y Hiato", "Rusia y Yemen",
                "Rusia e hi", "Rusia y ",
            ])
        #expect(spanish.listWithAnd(["China", "India", "Rusia"]) == "China, India y Rusia")
    }
}
