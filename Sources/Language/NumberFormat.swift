/// How a language writes numbers. The digits are those of ASCII.
struct NumberFormat: Sendable {
    /// How many digits stand before the first separator at least: with 2, numbers of four digits have no groups (CLDR: minimumGroupingDigits).
    private let minimumGroupingDigits: Int
    /// Between groups of three digits before the decimal sign. This and the following signs are in UTF-8.
    private let group: [UInt8]
    private let decimal: [UInt8]
    private let minus: [UInt8]

    init(group: String, minimumGroupingDigits: Int, decimal: String, minus: String) {
        self.minimumGroupingDigits = minimumGroupingDigits
        self.group = Array(group.utf8)
        self.decimal = Array(decimal.utf8)
        self.minus = Array(minus.utf8)
    }

    /// Between groups, and how many digits stand before the first separator at least.
    var groups: (separator: String, minimumDigits: Int) { (String(decoding: group, as: UTF8.self), minimumGroupingDigits) }

    /// The numbers below a thousand, which are most: those of durations, of ranks and of shares.
    private static let small = (0...999).map { String($0) }

    func written(_ number: Int) -> String {
        // Three digits have no groups in any language.
        if Self.small.indices.contains(number) { return Self.small[number] }
        return written(String(number))
    }

    /// The number in the form of JSON, written for readers. Any other text, also a number with an exponent, is unchanged.
    func written(_ digits: String) -> String {
        var digits = digits
        return digits.withUTF8 { changed($0) } ?? digits
    }

    /// The number written for readers. Nil when that changes nothing, which is so for most numbers.
    private func changed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let numeral = Numeral(bytes) else { return nil }
        let isGrouped = numeral.wholeCount >= 3 + minimumGroupingDigits
        if !isGrouped, !numeral.isNegative, numeral.decimalCount == 0 { return nil }
        let capacity = bytes.count + minus.count + decimal.count + (isGrouped ? numeral.wholeCount / 3 * group.count : 0)
        return String(unsafeUninitializedCapacity: capacity) { output in
            var count = 0
            func write(_ byte: UInt8) {
                output[count] = byte
                count += 1
            }
            if numeral.isNegative { minus.forEach(write) }
            let start = numeral.isNegative ? 1 : 0
            var left = numeral.wholeCount
            for byte in bytes[start..<start + numeral.wholeCount] {
                if isGrouped, left != numeral.wholeCount, left.isMultiple(of: 3) { group.forEach(write) }
                write(byte)
                left -= 1
            }
            if numeral.decimalCount > 0 {
                decimal.forEach(write)
                bytes.suffix(numeral.decimalCount).forEach(write)
            }
            return count
        }
    }
}

/// The parts of a number in the form of JSON without an exponent: an optional minus, digits, an optional point with digits.
struct Numeral {
    let isNegative: Bool
    /// The digits before the point, one at least.
    let wholeCount: Int
    /// The digits after the point. 0 when there is no point.
    let decimalCount: Int

    /// Nil when the text is not such a number.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        isNegative = text.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var end = start
        while end < text.count, text[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        wholeCount = end - start
        guard wholeCount > 0 else { return nil }
        if end == text.count {
            decimalCount = 0
            return
        }
        guard text[end] == UInt8(ascii: ".") else { return nil }
        let firstDecimal = end + 1
        end = firstDecimal
        while end < text.count, text[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        decimalCount = end - firstDecimal
        guard end == text.count, decimalCount > 0 else { return nil }
    }
}
