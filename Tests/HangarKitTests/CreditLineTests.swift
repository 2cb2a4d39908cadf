import Testing

@testable import HangarKit

@Suite struct CreditLineTests {
    @Test(arguments: [
        ("NASA/ESA", ["esa", "nasa"]), ("esa & Nasa", ["esa", "nasa"]), ("© ESA, NASA.", ["esa", "nasa"]),
        ("ESA and NASA", ["esa", "nasa"]),
        ("NASA - ESA - NASA", ["esa", "nasa"]), ("A. N. Other", ["another"]), ("Jean-Luc Picard", ["jeanlucpicard"]),
        ("Jörg", ["jörg"]), ("Jorg", ["jorg"]), ("神舟", ["神舟"]), ("Expedition 7", ["expedition7"]), (" – ", []), ("", []),
    ])
    func aLineIsTheNamesInItInAnyOrder(line: String, names: [String]) {
        #expect(CreditLine(line).names == names)
    }
}
