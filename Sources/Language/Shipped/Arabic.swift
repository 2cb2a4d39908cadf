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
        // CLDR's long names: the short ones write a day out and an hour as a letter. 'A day' and 'two days' are words of their own.
        durations: DurationFormat(
            day: UnitName("يوم", names: [(.few, "أيام"), (.many, "يومًا")], wholes: [(.one, "يوم"), (.two, "يومان")]),
            hour: UnitName("ساعة", names: [(.few, "ساعات")], wholes: [(.one, "ساعة"), (.two, "ساعتان")]),
            minute: UnitName("دقيقة", names: [(.few, "دقائق")], wholes: [(.one, "دقيقة"), (.two, "دقيقتان")]),
            second: UnitName("ثانية", names: [(.few, "ثوانٍ")], wholes: [(.one, "ثانية"), (.two, "ثانيتان")]), joint: " و"),
        lists: ListFormat(separator: "، ", middle: " و", end: " و"))
}
