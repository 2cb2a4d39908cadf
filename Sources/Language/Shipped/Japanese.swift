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
        durations: DurationFormat(day: "日", hour: "時間", minute: "分", second: "秒"),
        lists: ListFormat(separator: "、", end: "、"))
}
