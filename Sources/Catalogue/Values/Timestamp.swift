/// A moment in UTC, to the second: `2026-03-01T04:05:06Z` (RFC 3339).
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSince1970: Int

    public init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
    }

    public init(date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        secondsSince1970 = Self.days(to: date) * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`. It also accepts a fraction of a second (cut off), an offset such as `+02:00`, a leap second (counted
    /// as the first second of the next minute) and a space instead of the `T`. It is nil for any other text.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let date = CalendarDate(iso8601: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Self.twoDigits(bytes, 11), let minute = Self.twoDigits(bytes, 14), let second = Self.twoDigits(bytes, 17),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var zone = bytes[19...]
        if zone.first == UInt8(ascii: ".") {
            let fraction = zone.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !fraction.isEmpty else { return nil }
            zone = zone.dropFirst(1 + fraction.count)
        }
        guard let offset = Self.offset(Array(zone)) else { return nil }
        let local = Timestamp(date: date, hour: hour, minute: minute, second: second)
        self.init(secondsSince1970: local.secondsSince1970 - offset)
    }

    /// The machine form, in UTC: `2026-03-01T04:05:06Z`.
    public var rfc3339: String {
        let time = secondsOfDay
        let date = date
        return String(unsafeUninitializedCapacity: 20) { buffer in
            Digits.write(date.year, 4, to: buffer, at: 0)
            Digits.write(date.month, 2, to: buffer, at: 5)
            Digits.write(date.day, 2, to: buffer, at: 8)
            Digits.write(time / 3_600, 2, to: buffer, at: 11)
            Digits.write(time % 3_600 / 60, 2, to: buffer, at: 14)
            Digits.write(time % 60, 2, to: buffer, at: 17)
            for (index, mark) in zip([4, 7, 10, 13, 16, 19], "--T::Z".utf8) { buffer[index] = mark }
            return 20
        }
    }

    /// The day in UTC. A moment outside the years 0 to 9999 gives the nearest day inside them.
    public var date: CalendarDate {
        let days = secondsSince1970 / 86_400 - (secondsSince1970 % 86_400 < 0 ? 1 : 0)
        return Self.date(fromDays: min(max(days, -719_528), 2_932_896))
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    private var secondsOfDay: Int {
        let remainder = secondsSince1970 % 86_400
        return remainder < 0 ? remainder + 86_400 : remainder
    }

    private static func twoDigits(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard index + 1 < bytes.count, let tens = digit(bytes[index]), let ones = digit(bytes[index + 1]) else { return nil }
        return tens * 10 + ones
    }

    private static func digit(_ byte: UInt8) -> Int? {
        byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
    }

    private static func offset(_ zone: [UInt8]) -> Int? {
        if zone == [UInt8(ascii: "Z")] { return 0 }
        guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = twoDigits(zone, 1), let minutes = twoDigits(zone, 4),
            hours < 24, minutes < 60
        else { return nil }
        switch zone[0] {
        case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
        default: return nil
        }
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so that the leap day is the last.
    private static func days(to date: CalendarDate) -> Int {
        let year = date.month <= 2 ? date.year - 1 : date.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(fromDays days: Int) -> CalendarDate {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return CalendarDate(uncheckedYear: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

/// The date of a catalogue, if its source gives one. It never comes from the reading machine's clock or from a file's date. So the same
/// input gives the same result everywhere.
public enum DataDate: Sendable, Hashable {
    /// The time of a fetch.
    case fetched(Timestamp)
    /// A copy without a date. It is not older than the newest picture it mentions.
    case notBefore(Timestamp)
    case unknown

    /// The time of the fetch. It is nil for a copy.
    package var fetchTime: Timestamp? {
        if case .fetched(let time) = self { time } else { nil }
    }

    /// The time for sorting and dating. It is nil when nothing is known.
    public var timestamp: Timestamp? {
        switch self {
        case .fetched(let time), .notBefore(let time): time
        case .unknown: nil
        }
    }
}
