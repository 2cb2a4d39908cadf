/// A day of the Gregorian calendar, without a time zone: `1966-11-28` (ISO 8601).
public struct CalendarDate: Sendable, Hashable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// - Returns: nil when the day does not exist or the year does not have four digits.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`. It is nil for any other text.
    public init?(iso8601 text: some StringProtocol) {
        guard text.utf8.count == 10 else { return nil }
        var numbers = (year: 0, month: 0, day: 0)
        for (index, byte) in text.utf8.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let digit = Int(byte) - 0x30
            switch index {
            case ..<4: numbers.year = numbers.year * 10 + digit
            case ..<7: numbers.month = numbers.month * 10 + digit
            default: numbers.day = numbers.day * 10 + digit
            }
        }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    public var iso8601: String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            Digits.write(year, 4, to: buffer, at: 0)
            buffer[4] = UInt8(ascii: "-")
            Digits.write(month, 2, to: buffer, at: 5)
            buffer[7] = UInt8(ascii: "-")
            Digits.write(day, 2, to: buffer, at: 8)
            return 10
        }
    }

    /// A number that grows with the date. It is no number of days.
    package var ordinal: Int { (year * 100 + month) * 100 + day }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Formats the fixed-width numbers of dates and times.
enum Digits {
    /// Writes a number that is not negative over `width` bytes from `start`, with leading zeros.
    static func write(_ number: Int, _ width: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = number
        for index in (start..<start + width).reversed() {
            buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// The number as text with leading zeros: `07`.
    static func text(_ number: Int, _ width: Int) -> String {
        String(unsafeUninitializedCapacity: width) { buffer in
            write(number, width, to: buffer, at: 0)
            return width
        }
    }
}
