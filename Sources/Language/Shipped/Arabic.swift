extension Language {
    /// Arabic, from CLDR 49. Its digits are those of ASCII, as that version has it; CLDR 41 still had those of the Arabic script.
    static let arabic = Language(
        tag: "ar", isRightToLeft: true,
        // U+200E keeps the minus before the digits.
        numbers: NumberFormat(group: ",", minimumGroupingDigits: 1, decimal: ".", minus: "\u{200E}-"),
        dates: DateFormat(
            months: [
                "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
            ],
            fullDate: { day, month, year in "\(day) \(month) \(year)" }),
        durations: DurationFormat(
            day: UnitName(
                "يوم", names: [(.few, "أيام"), (.many, "يومًا")],
                // 'A day' and 'two days' are words of their own.
                wholes: [(.one, "يوم"), (.two, "يومان")]),
            hour: "س", minute: "د", second: "ث", joint: " و"),
        lists: ListFormat(separator: "، ", middle: " و", end: " و"))
}
