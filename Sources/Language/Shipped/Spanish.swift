extension Language {
    /// Spanish, from CLDR 49.
    static let spanish = Language(
        tag: "es", isRightToLeft: false,
        numbers: NumberFormat(group: ".", minimumGroupingDigits: 2, decimal: ",", minus: "-"),
        dates: DateFormat(
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
            ],
            fullDate: { day, month, year in "\(day) de \(month) de \(year)" },
            month: { month, year in "\(month) de \(year)" }),
        durations: DurationFormat(day: "d", hour: "h", minute: "min", second: "s"),
        lists: ListFormat(separator: ", ", end: " y ", exception: { startsWithVowelI($0) ? " e " : nil }))

    /// Whether the word for 'and' is 'e' before the text: before the sound of i, as in 'Rusia e India', but not in 'agua y hielo'.
    private static func startsWithVowelI(_ text: String) -> Bool {
        let start = text.prefix(3).lowercased()
        if start.hasPrefix("hi") { return !start.hasPrefix("hia") && !start.hasPrefix("hie") }
        return start.hasPrefix("i") || start.hasPrefix("í")
    }
}
