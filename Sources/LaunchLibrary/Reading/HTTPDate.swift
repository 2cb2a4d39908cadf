import Catalogue

/// The date of an HTTP header: `Sun, 06 Nov 1994 08:49:37 GMT` (IMF-fixdate, RFC 9110, section 5.6.7).
enum HTTPDate {
    static func time(_ text: some StringProtocol) -> Timestamp? {
        let parts = text.split { $0.isWhitespace }
        guard parts.count == 6, parts[5] == "GMT", parts[1].utf8.count == 2, let day = Int(parts[1]),
            let month = months.firstIndex(of: String(parts[2])), parts[3].utf8.count == 4, let year = Int(parts[3]),
            let date = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        return Timestamp(rfc3339: "\(date.iso8601)T\(parts[4])Z")
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
