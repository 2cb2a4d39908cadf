/// The sample numbers of Unicode CLDR for the plural rules of the shipped languages and of a few more, which have the other kinds of
/// conditions (`plurals.xml`, `ordinals.xml`), as they stand there.
/// `2~16` is each number from 2 to 16; `0.0~1.5` goes up by tenths. Numbers in compact form (`1c6`) are left out: nothing writes them.
struct PluralSamples {
    let tag: String
    let category: String
    private let text: String

    init(_ tag: String, _ category: String, _ text: String) {
        self.tag = tag
        self.category = category
        self.text = text
    }

    /// Each sample number as it is written.
    var numbers: [String] {
        text.split(separator: ", ").flatMap { sample -> [String] in
            if sample == "…" || sample.contains("c") { return [] }
            let ends = sample.split(separator: "~")
            guard let first = ends.first, let last = ends.last, ends.count == 2 else { return [String(sample)] }
            let decimals = first.split(separator: ".").dropFirst().first?.count ?? 0
            let digits = ends.compactMap { Int($0.filter { $0 != "." }) }
            return digits.count == 2 ? (digits[0]...digits[1]).map { Self.written($0, decimals: decimals) } : [String(first), String(last)]
        }
    }

    /// `15` with one decimal is `1.5`.
    private static func written(_ digits: Int, decimals: Int) -> String {
        let text = String(digits)
        if decimals == 0 { return text }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
        return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    static let cardinals = [
        PluralSamples("en", "one", "1"),
        PluralSamples("en", "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("en", "other", "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("de", "one", "1"),
        PluralSamples("de", "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("de", "other", "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("fr", "one", "0, 1"),
        PluralSamples("fr", "one", "0.0~1.5"),
        PluralSamples("fr", "many", "1000000, 1c6, 2c6, 3c6, 4c6, 5c6, 6c6, …"),
        PluralSamples("fr", "other", "2~17, 100, 1000, 10000, 100000, 1c3, 2c3, 3c3, 4c3, 5c3, 6c3, …"),
        PluralSamples("fr", "other", "2.0~3.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, 1.0001c3, 1.1c3, …"),
        PluralSamples("es", "one", "1"),
        PluralSamples("es", "one", "1.0, 1.00, 1.000, 1.0000"),
        PluralSamples("es", "many", "1000000, 1c6, 2c6, 3c6, 4c6, 5c6, 6c6, …"),
        PluralSamples("es", "other", "0, 2~16, 100, 1000, 10000, 100000, 1c3, 2c3, 3c3, 4c3, 5c3, 6c3, …"),
        PluralSamples("es", "other", "0.0~0.9, 1.1~1.6, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, 1.0001c3, 1.1c3, …"),
        PluralSamples("ru", "one", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001, …"),
        PluralSamples("ru", "few", "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002, …"),
        PluralSamples("ru", "many", "0, 5~19, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("ru", "other", "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("ja", "other", "0~15, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("ja", "other", "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("ar", "zero", "0"),
        PluralSamples("ar", "zero", "0.0, 0.00, 0.000, 0.0000"),
        PluralSamples("ar", "one", "1"),
        PluralSamples("ar", "one", "1.0, 1.00, 1.000, 1.0000"),
        PluralSamples("ar", "two", "2"),
        PluralSamples("ar", "two", "2.0, 2.00, 2.000, 2.0000"),
        PluralSamples("ar", "few", "3~10, 103~110, 1003, …"),
        PluralSamples("ar", "few", "3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 103.0, 1003.0, …"),
        PluralSamples("ar", "many", "11~26, 111, 1011, …"),
        PluralSamples("ar", "many", "11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 111.0, 1011.0, …"),
        PluralSamples("ar", "other", "100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("ar", "other", "0.1~0.9, 1.1~1.7, 10.1, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("pl", "one", "1"),
        PluralSamples("pl", "few", "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002, …"),
        PluralSamples("pl", "many", "0, 5~19, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("pl", "other", "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("lv", "zero", "0, 10~20, 30, 40, 50, 60, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("lv", "zero", "0.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
        PluralSamples("lv", "one", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001, …"),
        PluralSamples("lv", "one", "0.1, 1.0, 1.1, 2.1, 3.1, 4.1, 5.1, 6.1, 7.1, 10.1, 100.1, 1000.1, …"),
        PluralSamples("lv", "other", "2~9, 22~29, 102, 1002, …"),
        PluralSamples("lv", "other", "0.2~0.9, 1.2~1.9, 10.2, 100.2, 1000.2, …"),
        PluralSamples("lag", "zero", "0, 0.0, 0.00, 0.000, 0.0000"),
        PluralSamples("lag", "one", "1, 0.1~1.6"),
        PluralSamples("lag", "other", "2~17, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("da", "one", "1"),
        PluralSamples("da", "one", "0.1~1.6"),
        PluralSamples("da", "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("da", "other", "0.0, 2.0~3.4, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0, …"),
    ]

    static let ordinals = [
        PluralSamples("en", "one", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001, …"),
        PluralSamples("en", "two", "2, 22, 32, 42, 52, 62, 72, 82, 102, 1002, …"),
        PluralSamples("en", "few", "3, 23, 33, 43, 53, 63, 73, 83, 103, 1003, …"),
        PluralSamples("en", "other", "0, 4~18, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("de", "other", "0~15, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("fr", "one", "1"),
        PluralSamples("fr", "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000, …"),
        // New in CLDR 49 (CLDR-16292): n % 10 = 1,3 and n % 100 != 11. The numbers here are those of the rule.
        PluralSamples("es", "one", "1, 3, 13, 21, 23, 31, 33, 41, 43, 101, 103, 113, 1001, …"),
        PluralSamples("es", "other", "0, 2, 4~12, 14~20, 22, 100, 111, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("ru", "other", "0~15, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("ja", "other", "0~15, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("ar", "other", "0~15, 100, 1000, 10000, 100000, 1000000, …"),
        PluralSamples("cy", "zero", "0, 7~9"),
        PluralSamples("cy", "one", "1"),
        PluralSamples("cy", "two", "2"),
        PluralSamples("cy", "few", "3, 4"),
        PluralSamples("cy", "many", "5, 6"),
        PluralSamples("cy", "other", "10~25, 100, 1000, 10000, 100000, 1000000, …"),
    ]
}
