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
        var text = text
        guard let operands = text.withUTF8(Self.init(bytes:)) else { return nil }
        self = operands
    }

    private init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard let numeral = Numeral(bytes) else { return nil }
        var whole: UInt = 0
        for byte in bytes.dropFirst(numeral.isNegative ? 1 : 0).prefix(numeral.wholeCount) {
            whole = whole * 10 + UInt(byte &- UInt8(ascii: "0"))
            if whole >= Self.limit { whole = whole % Self.limit + Self.limit }
        }
        self.whole = Int(whole)
        hasDecimals = numeral.decimalCount > 0
        isFraction = bytes.suffix(numeral.decimalCount).contains { $0 != UInt8(ascii: "0") }
    }

    /// Whether the number is exactly this one (n = …).
    func equals(_ number: Int) -> Bool { !isFraction && whole == number }

    private static let limit: UInt = 1_000_000
}
