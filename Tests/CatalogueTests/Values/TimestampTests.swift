import Catalogue
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59Z", -1),
        ("1957-10-04T19:28:34Z", -386_310_686),
        ("2000-02-29T12:00:00Z", 951_825_600),
        ("2000-03-01T00:00:00Z", 951_868_800),
        ("2024-02-29T23:59:59Z", 1_709_251_199),
        ("2026-03-01T04:05:06Z", 1_772_337_906),
        ("1900-03-01T00:00:00Z", -2_203_891_200),
        ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func aMomentIsReadAndWritten(text: String, seconds: Int) {
        #expect(Timestamp(rfc3339: text) == Timestamp(secondsSince1970: seconds))
        #expect(Timestamp(secondsSince1970: seconds).rfc3339 == text)
    }

    @Test(arguments: [
        ("2026-03-01T04:05:06.999999Z", "2026-03-01T04:05:06Z"),
        ("2026-03-01 04:05:06Z", "2026-03-01T04:05:06Z"),
        ("2026-03-01T04:05:06+00:00", "2026-03-01T04:05:06Z"),
        ("2026-03-01T04:05:06-00:00", "2026-03-01T04:05:06Z"),
        ("2026-03-01T01:05:06+02:00", "2026-02-28T23:05:06Z"),
        ("2024-02-29T23:30:00.5-05:30", "2024-03-01T05:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ])
    func offsetsFractionsAndLeapSecondsBecomeWholeSecondsOfUTC(text: String, utc: String) {
        #expect(Timestamp(rfc3339: text)?.rfc3339 == utc)
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-03-01T04:05Z", "2026-03-01T04:05:06", "2026-03-01T04:05:06.Z", "2026-03-01T04:05:06,5Z",
        "2026-02-29T04:05:06Z",
        "2026-03-01T24:00:00Z", "2026-03-01T04:60:06Z", "2026-03-01T04:05:61Z", "2026-03-01X04:05:06Z", "2026-03-01T04-05-06Z",
        "2026-03-01T04:05:06+0200", "2026-03-01T04:05:06+02", "2026-03-01T04:05:06+24:00", "2026-03-01T04:05:06+02:60",
        "2026-03-01T04:05:06*02:00", "2026-03-01T04:05:06Z ", " 2026-03-01T04:05:06Z", "2026-03-01T0a:05:06Z", "2026-03-0１T04:05:06Z",
    ])
    func anythingElseIsRefused(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(arguments: [
        (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"), (-86_400, "1969-12-31"),
        (-86_401, "1969-12-30"),
        (.max, "9999-12-31"), (.min, "0000-01-01"),
    ])
    func theDayIsThatOfUTCTheNearestOfThoseThatCanBeWritten(seconds: Int, day: String) {
        #expect(Timestamp(secondsSince1970: seconds).date.iso8601 == day)
    }

    @Test func everyDayOfEightCenturiesHasTheDateThatFollowsOnTheDayBefore() throws {
        var date = try #require(CalendarDate(year: 1600, month: 1, day: 1))
        let first = Timestamp(date: date).secondsSince1970
        for day in 1...292_194 {
            let next = Timestamp(secondsSince1970: first + day * 86_400).date
            let follows = [
                CalendarDate(year: date.year, month: date.month, day: date.day + 1),
                CalendarDate(year: date.year, month: date.month + 1, day: 1),
                CalendarDate(year: date.year + 1, month: 1, day: 1),
            ].compactMap(\.self).first
            guard next == follows, Timestamp(date: next).secondsSince1970 == first + day * 86_400 else {
                Issue.record("\(date.iso8601) is followed by \(next.iso8601)")
                return
            }
            date = next
        }
        #expect(date == CalendarDate(year: 2400, month: 1, day: 1))
    }

    @Test func momentsAreMadeOfADateAndATimeAndOrdered() throws {
        let date = try #require(CalendarDate(year: 2026, month: 3, day: 1))
        let moment = Timestamp(date: date, hour: 4, minute: 5, second: 6)
        #expect(moment.rfc3339 == "2026-03-01T04:05:06Z")
        #expect(Timestamp(date: date) < moment)
    }
}

@Suite struct DataDateTests {
    @Test func theDateOfTheDataIsThatOfTheFetchOrTheEarliestItCanBe() {
        let moment = Timestamp(secondsSince1970: 1_772_337_906)
        #expect([.fetched(moment), .notBefore(moment), .unknown].map { (date: DataDate) in date.timestamp } == [moment, moment, nil])
    }
}
