/// How a language writes dates: CLDR's long form of the Gregorian calendar.
struct DateFormat: Sendable {
    /// The names of the months as they stand in a date (CLDR: format, wide).
    let months: [String]
    /// The names of the months where no day stands before them (CLDR: stand-alone, wide). Russian has other forms then.
    let monthsAlone: [String]
    /// A whole date of day, month's name and year.
    let fullDate: @Sendable (Int, String, String) -> String
    let month: @Sendable (String, String) -> String
    let year: @Sendable (String) -> String

    init(
        months: [String], monthsAlone: [String]? = nil, fullDate: @escaping @Sendable (Int, String, String) -> String,
        month: @escaping @Sendable (String, String) -> String = { month, year in "\(month) \(year)" },
        year: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.months = months
        self.monthsAlone = monthsAlone ?? months
        self.fullDate = fullDate
        self.month = month
        self.year = year
    }

    /// An ISO 8601 date or time, a month (`2019-04`) or a year (`2019`), written for readers. Any other text is unchanged.
    func written(_ text: String) -> String {
        let day = text.utf8.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
        guard day.count == 4 || day.count == 7 || day.count == 10 else { return text }
        var number = 0
        var parts = (year: 0, month: 0, day: 0)
        for (index, byte) in day.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return text }
                number = 0
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return text }
            number = number * 10 + Int(digit)
            switch index {
            case ..<4: parts.year = number
            case ..<7: parts.month = number
            default: parts.day = number
            }
        }
        let writtenYear = String(decoding: day.prefix(4), as: UTF8.self)
        if day.count == 4 { return year(writtenYear) }
        guard (1...12).contains(parts.month) else { return text }
        if day.count == 7 { return month(monthsAlone[parts.month - 1], writtenYear) }
        guard (1...31).contains(parts.day) else { return text }
        return fullDate(parts.day, months[parts.month - 1], writtenYear)
    }
}
