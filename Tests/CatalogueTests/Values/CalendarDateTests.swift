import Catalogue
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("1966-11-28", 1966, 11, 28),
        ("2000-02-29", 2000, 2, 29),
        ("2024-02-29", 2024, 2, 29),
        ("1987-12-31", 1987, 12, 31),
        ("0000-01-01", 0, 1, 1),
        ("9999-04-30", 9999, 4, 30),
    ])
    func aDateIsReadAndWritten(text: String, year: Int, month: Int, day: Int) throws {
        let date = try #require(CalendarDate(iso8601: text))
        #expect([date.year, date.month, date.day] == [year, month, day])
        #expect(CalendarDate(year: year, month: month, day: day) == date)
        #expect(date.iso8601 == text)
    }

    @Test(arguments: [
        "", "1966", "1966-11", "1966-11-28-", "-1966-11-28", "1966-11-28T00:00:00Z", "1966/11/28", "19661128", "66-11-28", "1966-1-28",
        "1966-11-8", "01966-11-28", "1966-00-28", "1966-13-28", "1966-11-00", "1966-11-31", "1966-12-32", "1900-02-29", "2023-02-29",
        "2100-02-29", "2024-02-30", "+966-11-28", "1966-+1-28", "1966-11-２", "1966-11-28 ", "1966-11-2\u{301}", "November 1966",
    ])
    func whatIsNoDayOfTheCalendarIsRefused(text: String) {
        #expect(CalendarDate(iso8601: text) == nil)
    }

    @Test(arguments: [
        (-1, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 4, 31), (.max, .max, .max), (.min, .min, .min),
    ])
    func numbersThatAreNoDayOfTheCalendarAreRefused(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func datesAreOrderedByTime() {
        let sorted = ["0999-12-31", "1966-11-28", "1966-12-01", "1967-01-01"].compactMap { CalendarDate(iso8601: $0) }
        #expect(sorted.count == 4)
        #expect(sorted.reversed().sorted() == sorted)
    }
}
