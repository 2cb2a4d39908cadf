extension Language {
    /// German, from CLDR 49.
    static let german = Language(
        tag: "de", isRightToLeft: false,
        numbers: NumberFormat(group: ".", minimumGroupingDigits: 1, decimal: ",", minus: "-"),
        dates: DateFormat(
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
            ],
            fullDate: { day, month, year in "\(day). \(month) \(year)" }),
        durations: DurationFormat(day: "Tg.", hour: "Std.", minute: "Min.", second: "Sek."),
        lists: ListFormat(separator: ", ", end: " und "))
}
