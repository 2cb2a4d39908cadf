extension Language {
    /// Russian, from CLDR 49. In a date the month stands in the genitive, by itself in the nominative.
    static let russian = Language(
        tag: "ru", isRightToLeft: false,
        numbers: NumberFormat(group: "\u{A0}", minimumGroupingDigits: 1, decimal: ",", minus: "-"),
        dates: DateFormat(
            months: [
                "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
            ],
            monthsAlone: [
                "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
            ],
            fullDate: { day, month, year in "\(day) \(month) \(year)\u{202F}г." },
            month: { month, year in "\(month) \(year)\u{202F}г." }),
        durations: DurationFormat(day: "дн.", hour: "ч", minute: "мин", second: "с"),
        lists: ListFormat(separator: ", ", end: " и "))
}
