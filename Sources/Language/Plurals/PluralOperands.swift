/// The properties of a number that plural rules ask for (Unicode, UTS 35, part 3, 5.1.1).
struct PluralOperands {
    /// The digits before the point (i). Those of a number above 999 999 are the last six with a 1 before them, as the rules ask for
    /// remainders of divisors of 1 000 000 and compare with smaller numbers. The same goes for the next two.
    private let whole: Int
    /// The digits after the point (f).
    private let decimals: Int
    /// The digits after the point without zeros at the end (t).
    private let significantDecimals: Int
    /// How many digits stand after the point (v).
    private let decimalCount: Int

    init(_ number: Int) {
        let magnitude = number.magnitude
        whole = Int(magnitude < 1_000_000 ? magnitude : magnitude % 1_000_000 + 1_000_000)
        decimals = 0
        significantDecimals = 0
        decimalCount = 0
    }

    /// Nil when the text is not a number.
    init?(_ text: String) {
        var text = text
        guard let operands = text.withUTF8({ Self(bytes: $0) }) else { return nil }
        self = operands
    }

    private init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard let numeral = Numeral(bytes) else { return nil }
        whole = Self.value(bytes.dropFirst(numeral.isNegative ? 1 : 0).prefix(numeral.wholeCount))
        var digits = bytes.suffix(numeral.decimalCount)
        decimals = Self.value(digits)
        decimalCount = digits.count
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        significantDecimals = Self.value(digits)
    }

    private static func value(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        digits.reduce(0) { value, digit in
            let next = value * 10 + Int(digit &- UInt8(ascii: "0"))
            return next < 1_000_000 ? next : next % 1_000_000 + 1_000_000
        }
    }

    /// The names of the operands in rules. No rule of CLDR 49 asks for another.
    enum Name: String {
        case n, i, v, f, t, e
    }

    /// Nil for n of a number that is not whole: no rule compares it with such a number.
    func value(of name: Name) -> Int? {
        switch name {
        case .n: significantDecimals == 0 ? whole : nil
        case .i: whole
        case .v: decimalCount
        case .f: decimals
        case .t: significantDecimals
        // The exponent of compact forms such as '1.2M', in which nothing is written here.
        case .e: 0
        }
    }
}
