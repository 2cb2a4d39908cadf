/// How a language writes numbers. The digits are those of ASCII.
struct NumberFormat: Sendable {
    /// Between groups of three digits before the decimal sign.
    let group: String
    /// How many digits stand before the first separator at least: with 2, numbers of four digits have no groups (CLDR: minimumGroupingDigits).
    let minimumGroupingDigits: Int
    let decimal: String
    let minus: String

    func written(_ number: Int) -> String {
        // Three digits have no groups in any language.
        if (0...999).contains(number) { return String(number) }
        return written(String(number))
    }

    /// The number in the form of JSON, written for readers. Any other text, also a number with an exponent, is unchanged.
    func written(_ digits: String) -> String {
        guard let numeral = Numeral(digits) else { return digits }
        let isGrouped = numeral.wholeCount >= 3 + minimumGroupingDigits
        if !isGrouped, !numeral.isNegative, numeral.decimalCount == 0 { return digits }
        var text = numeral.isNegative ? minus : ""
        for (index, byte) in digits.utf8.dropFirst(numeral.isNegative ? 1 : 0).enumerated() {
            if index == numeral.wholeCount {
                text += decimal
                continue
            }
            if isGrouped, index > 0, index < numeral.wholeCount, (numeral.wholeCount - index).isMultiple(of: 3) { text += group }
            text.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return text
    }
}

/// The parts of a number in the form of JSON without an exponent.
struct Numeral {
    let isNegative: Bool
    /// The digits before the point, one at least.
    let wholeCount: Int
    /// The digits after the point. 0 when there is no point.
    let decimalCount: Int

    /// Nil when the text is not such a number.
    init?(_ text: String) {
        var wholeCount = 0
        var decimalCount = 0
        var isNegative = false
        var hasPoint = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): if hasPoint { decimalCount += 1 } else { wholeCount += 1 }
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: ".") where !hasPoint && wholeCount > 0: hasPoint = true
            default: return nil
            }
        }
        guard wholeCount > 0, !hasPoint || decimalCount > 0 else { return nil }
        self.isNegative = isNegative
        self.wholeCount = wholeCount
        self.decimalCount = decimalCount
    }
}
