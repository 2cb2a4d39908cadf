import Testing

@testable import HTMLSanitizer

@Suite struct NameTableTests {
    @Test func tableFindsEachNameThatIsInItInAnyCaseAndNoOther() {
        let names = (0..<3000).map { "x-\($0)" }
        let table = NameTable(Dictionary(uniqueKeysWithValues: names.map { ($0, .unwrapAsCell) }))
        func treatment(_ name: String) -> Treatment? {
            Array(name.utf8).withUnsafeBufferPointer { table[$0] }
        }
        for name in names { #expect(treatment(name.uppercased()) == .unwrapAsCell) }
        for name in ["", "x-", "x-3000", "x-00", "y-1", "x-1\u{0}", "\u{212A}"] { #expect(treatment(name) == nil) }
    }
}
