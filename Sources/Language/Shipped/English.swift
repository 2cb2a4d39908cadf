extension Language {
    /// English as the site has always written it. It departs from CLDR 49 in four things: groups with U+202F from five digits on
    /// (ISO 80000-1, 7.3.1), the sign U+2212 for minus, the day before the month as in British English with U+00A0 between them, and the symbols of the SI for units.
    public static let english = Language(
        tag: "en", isRightToLeft: false,
        numbers: NumberFormat(group: "\u{202F}", minimumGroupingDigits: 2, decimal: ".", minus: "\u{2212}"),
        dates: DateFormat(
            months: [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
            ],
            fullDate: { day, month, year in "\(day)\u{A0}\(month) \(year)" }),
        durations: DurationFormat(day: "d", hour: "h", minute: "min", second: "s"),
        lists: ListFormat(separator: ", ", end: ", and ", two: " and "))
}
