extension Language {
    /// Japanese, from CLDR 49.
    static let japanese = Language(
        tag: "ja", isRightToLeft: false,
        numbers: NumberFormat(group: ",", minimumGroupingDigits: 1, decimal: ".", minus: "-"),
        dates: DateFormat(
            months: (1...12).map { "\($0)月" },
            fullDate: { day, month, year in "\(year)年\(month)\(day)日" },
            month: { month, year in "\(year)年\(month)" },
            year: { year in "\(year)年" }),
        // CLDR's narrow names: those that have no space, as in text.
        durations: DurationFormat(
            day: UnitName("日", space: ""), hour: UnitName("時間", space: ""), minute: UnitName("分", space: ""),
            second: UnitName("秒", space: ""), joint: ""),
        lists: ListFormat(separator: "、", end: "、"))
}
