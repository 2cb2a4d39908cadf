/// A length of time in whole seconds, as the API writes it: an ISO 8601 day-time duration such as `P178DT22H54M29S`.
///
/// Years and months have no fixed length and are not accepted. Fractions of a second are cut off.
public struct ISODuration: Sendable, Hashable, Comparable {
    public var seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    public static let zero = ISODuration(seconds: 0)

    public static func < (left: Self, right: Self) -> Bool {
        left.seconds < right.seconds
    }

    /// The machine form (ISO 8601, days as the largest unit): `P178DT22H54M29S`, `PT47M18S`, `P0D`.
    public var iso8601: String {
        guard seconds != 0 else { return "P0D" }
        let parts = Parts(seconds.magnitude)
        // The days of a number of 64 bits have up to 15 digits, the other parts two.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { text in
            var start = text.count
            func write(_ sign: UInt8) {
                start -= 1
                text[start] = sign
            }
            func write(_ number: UInt, _ unit: UInt8) {
                if number == 0 { return }
                write(unit)
                var rest = number
                while rest > 0 {
                    write(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                    rest /= 10
                }
            }
            write(parts.seconds, UInt8(ascii: "S"))
            write(parts.minutes, UInt8(ascii: "M"))
            write(parts.hours, UInt8(ascii: "H"))
            if start < text.count { write(UInt8(ascii: "T")) }
            write(parts.days, UInt8(ascii: "D"))
            write(UInt8(ascii: "P"))
            if seconds < 0 { write(UInt8(ascii: "-")) }
            return String(decoding: UnsafeBufferPointer(rebasing: text[start...]), as: UTF8.self)
        }
    }

    private struct Parts {
        let days, hours, minutes, seconds: UInt

        init(_ total: UInt) {
            days = total / 86_400
            hours = total % 86_400 / 3_600
            minutes = total % 3_600 / 60
            seconds = total % 60
        }
    }
}

extension ISODuration {
    /// The form in which a duration that still grows is shown: in whole days, below two days in whole hours. Below one hour it is as it is,
    /// because a flown craft with a time of zero would count as one whose time nobody recorded.
    package var inWholeUnits: ISODuration {
        switch seconds {
        case ..<3_600: self
        case ..<Self.shownInDays: ISODuration(seconds: seconds / 3_600 * 3_600)
        default: ISODuration(seconds: seconds / 86_400 * 86_400)
        }
    }

    /// The shortest duration in seconds that is shown in whole days.
    static let shownInDays = 2 * 86_400
}

extension ISODuration {
    /// Reads an ISO 8601 day-time duration (`P[nW][nD][T[nH][nM][n[.n]S]]`). A leading `-` is allowed. Weeks beside days go beyond ISO
    /// 8601-1.
    ///
    /// - Returns: nil when `text` is anything else, or too large for whole seconds.
    public init?(iso8601 text: some StringProtocol) {
        // A slice of bytes: each step of a Substring's view looks again at how its text is kept.
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var total = 0
        var isInTime = false
        var lastUnit = Int.max
        var components = 0
        while let first = rest.first {
            if first == UInt8(ascii: "T") {
                guard !isInTime, rest.count > 1 else { return nil }
                isInTime = true
                rest.removeFirst()
                continue
            }
            guard let number = Self.takeNumber(from: &rest), let letter = rest.popFirst(),
                let unit = Self.unitSeconds(letter, isInTime: isInTime), unit < lastUnit,
                !number.hasFraction || unit == 1
            else { return nil }
            let (product, overflowed) = number.whole.multipliedReportingOverflow(by: unit)
            let (sum, overflowedAgain) = total.addingReportingOverflow(product)
            guard !overflowed, !overflowedAgain else { return nil }
            total = sum
            lastUnit = unit
            components += 1
        }
        guard components > 0 else { return nil }
        self.init(seconds: isNegative ? -total : total)
    }

    private static func unitSeconds(_ letter: UInt8, isInTime: Bool) -> Int? {
        switch (letter, isInTime) {
        case (UInt8(ascii: "W"), false): 604_800
        case (UInt8(ascii: "D"), false): 86_400
        case (UInt8(ascii: "H"), true): 3_600
        case (UInt8(ascii: "M"), true): 60
        case (UInt8(ascii: "S"), true): 1
        default: nil
        }
    }

    private static func takeNumber(from rest: inout ArraySlice<UInt8>) -> (whole: Int, hasFraction: Bool)? {
        let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
        guard let first = rest.first, isDigit(first) else { return nil }
        var whole = 0
        while let digit = rest.first, isDigit(digit) {
            let (product, overflowed) = whole.multipliedReportingOverflow(by: 10)
            let (sum, overflowedAgain) = product.addingReportingOverflow(Int(digit) - 0x30)
            guard !overflowed, !overflowedAgain else { return nil }
            whole = sum
            rest.removeFirst()
        }
        guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") else { return (whole, false) }
        rest.removeFirst()
        let fraction = rest.prefix(while: isDigit)
        guard !fraction.isEmpty else { return nil }
        rest = rest.dropFirst(fraction.count)
        return (whole, true)
    }
}
