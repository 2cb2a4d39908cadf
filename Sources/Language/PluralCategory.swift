/// The plural categories of CLDR, in its order. The names say little: what is `few` depends on the language.
public enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}

/// The properties of a number that plural rules ask for (Unicode, UTS 35, part 3, 5.1.1).
struct PluralOperands {
    /// The digits before the decimal point (operand i). Of a number above 999 999 only the last six digits with a 1 before them: rules ask
    /// for remainders of divisors of 1 000 000 and compare with small numbers, nothing else.
    let whole: Int
    /// Whether digits stand after the point (v ≠ 0), be they zeros.
    let hasDecimals: Bool
    /// Whether digits other than 0 stand after the point (t ≠ 0): the number itself, n, is not whole.
    let isFraction: Bool

    init(_ number: Int) {
        let magnitude = number.magnitude
        whole = Int(magnitude < Self.limit ? magnitude : magnitude % Self.limit + Self.limit)
        hasDecimals = false
        isFraction = false
    }

    /// Nil when the text is not a number.
    init?(_ text: String) {
        guard let numeral = Numeral(text) else { return nil }
        var whole: UInt = 0
        var isFraction = false
        for (index, byte) in text.utf8.dropFirst(numeral.isNegative ? 1 : 0).enumerated() {
            let digit = UInt(byte &- UInt8(ascii: "0"))
            if index < numeral.wholeCount {
                whole = whole * 10 + digit
                if whole >= Self.limit { whole = whole % Self.limit + Self.limit }
            } else if index > numeral.wholeCount, digit != 0 {
                isFraction = true
            }
        }
        self.whole = Int(whole)
        self.isFraction = isFraction
        hasDecimals = numeral.decimalCount > 0
    }

    /// Whether the number is exactly this one (n = …).
    func equals(_ number: Int) -> Bool { !isFraction && whole == number }

    private static let limit: UInt = 1_000_000
}
