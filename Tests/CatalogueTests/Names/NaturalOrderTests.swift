import Catalogue
import Testing

@Suite struct NaturalOrderTests {
    static let sorted = [
        "",
        "\"Sally Ride\"",
        "“Sally Ride” 2",
        "(S.S. Steven R. Nagel)",
        "Boeing Orbital Flight Test",
        "Cygnus 1",
        "Cygnus CRS NG-24 (S.S. Steven R. Nagel)",
        "Cygnus CRS OA-4 \"S.S. Deke Slayton II\"",
        "Cygnus Enhanced",
        "Eclair",
        "E\u{301}clair",
        "Éclair",
        "Eclair 2",
        "Łunnik",
        "O'Neil 1",
        "O’Neil 2",
        "Ørsted",
        "Progress M-1",
        "Progress M\u{2011}2",
        "Progress M-46",
        "progress M-046",
        "Progress M-46 (No.246)",
        "Progress M1-1",
        "Progress MS-24",
        "Soyuz 3",
        "Soyuz 7K-OK (A)",
        "Soyuz 7K-T/A9",
        "Soyuz 7K-TM No.71",
        "Soyuz 13",
        "Soyuz 40",
        "Soyuz T-3",
        "Soyuz TM-4",
        "Soyuz TMA-9",
        "Soyuz TMA-09M",
        "Soyuz TMA-10",
        "Soyuz TMA-10M",
        "Straße",
        "Strasse 2",
        "Zarya",
        "Восток 1",
        "Союз 3",
        "Союз 40",
        "Союз ТМ-5",
        "天舟10",
        "神舟２",
        "神舟10（返回）",
        "神舟10(返回)2",
    ]

    /// The list in several other orders, each the same on every run.
    static let inputs = [
        sorted,
        sorted.reversed(),
        sorted.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        sorted.indices.map { sorted[($0 * 7 + 3) % sorted.count] },
    ]

    @Test(arguments: inputs)
    func namesHaveOneOrderWhateverTheOrderTheyComeIn(names: [String]) {
        let ordered = names.sorted { NaturalOrder($0) < NaturalOrder($1) }
        #expect(ordered.map { Array($0.utf8) } == Self.sorted.map { Array($0.utf8) })
    }

    @Test func ofTwoNamesExactlyOneHoldsBeforeSameAfter() {
        let keys = Self.sorted.map(NaturalOrder.init)
        for (leftIndex, left) in keys.enumerated() {
            for (rightIndex, right) in keys.enumerated() {
                #expect(
                    [left < right, left == right, right < left] == [
                        leftIndex < rightIndex, leftIndex == rightIndex, rightIndex < leftIndex,
                    ])
            }
        }
    }

    @Test func theSameNameIsTheSameKeyInASetToo() {
        #expect(Set(["Éclair", "E\u{301}clair", "Éclair"].map(NaturalOrder.init)).count == 2)
    }

    @Test(arguments: [
        ("Soyuz 99999999999999999999", "Soyuz 100000000000000000000"),
        ("Soyuz \(String(repeating: "9", count: 253))", "Soyuz 1\(String(repeating: "0", count: 253))"),
        ("Soyuz 0", "Soyuz 00"),
        ("Soyuz 00", "Soyuz 1"),
        ("Soyuz 0 b", "Soyuz 1 a"),
        ("Soyuz\0", "Soyuz 1"),
        ("Soyuz 3 b", "Soyuz 03 c"),
    ])
    func numbersOfAnyLengthCompareByTheirValue(earlier: String, later: String) {
        #expect(NaturalOrder(earlier) < NaturalOrder(later))
    }
}
