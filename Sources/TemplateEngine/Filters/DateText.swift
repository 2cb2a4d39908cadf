/// Dates for readers.
enum DateText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// An ISO 8601 date or time as `28 November 1966`; a month as `November 1966`, a year as itself. The day is the one that is
    /// written, whatever the time zone. Anything else stays as it is.
    static func written(_ text: String) -> String {
        let day = text.prefix { $0 != "T" && $0 != " " }
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }) else {
            return text
        }
        guard parts.count > 1 else { return String(day) }
        guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return text }
        let year = "\(months[month - 1]) \(parts[0])"
        guard parts.count > 2 else { return year }
        guard parts[2].count == 2, let number = Int(parts[2]), (1...31).contains(number) else { return text }
        return "\(number) \(year)"
    }
}
