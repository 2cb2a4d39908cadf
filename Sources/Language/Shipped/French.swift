extension Language {
    /// French, from CLDR 49. The first of a month is written `1er`, as French has it; CLDR's pattern cannot say that.
    static let french = Language(
        tag: "fr", isRightToLeft: false,
        numbers: NumberFormat(group: "\u{202F}", minimumGroupingDigits: 1, decimal: ",", minus: "-"),
        dates: DateFormat(
            months: [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
            ],
            fullDate: { day, month, year in "\(day == 1 ? "1er" : String(day)) \(month) \(year)" }),
        durations: DurationFormat(day: "j", hour: "h", minute: "min", second: "s"),
        lists: ListFormat(separator: ", ", end: " et "))
}
