import Support
import Testing

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
