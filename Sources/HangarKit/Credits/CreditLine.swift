/// Who is credited by a credit line, however it is written.
///
/// Two lines credit the same where they name the same, in any order, and differ in no letter or digit: `NASA/ESA`, `nasa / Esa`, `ESA, NASA`
/// and `© ESA & NASA`. Case, spaces, punctuation and signs make no difference, accents do: they belong to a name.
struct CreditLine: Hashable {
    /// The letters and digits of each name, in small letters. The names are in byte order, each once.
    let names: [String]

    init(_ text: String) {
        var names: Set<String> = []
        for part in Self.parts(of: text) {
            let name = String(String.UnicodeScalarView(part.unicodeScalars.filter { $0.properties.isAlphabetic || Self.isDigit($0) }))
                .lowercased()
            if !name.isEmpty { names.insert(name) }
        }
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether the line names nobody.
    var isEmpty: Bool { names.isEmpty }

    /// The names as they are written. A hyphen between letters is part of a name, a dash between spaces is not.
    private static func parts(of text: String) -> [Substring] {
        text.split { "/,;&+|·•–—\n".contains($0) }.flatMap { part in
            part.split(separator: " - ").flatMap { $0.split(separator: " and ") }
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
}
