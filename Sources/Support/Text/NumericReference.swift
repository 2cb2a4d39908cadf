/// A reference to a character by its number, in the form of HTML and XML: `&#233;`, `&#xE9;`.
package struct NumericReference {
    /// The number in the reference. A larger number than 0x110000, which no character has, is replaced by it.
    package let value: UInt32
    /// The index after the reference and its semicolon, which may be missing.
    package let end: Int

    /// - Parameters:
    ///   - start: the index after `&#`.
    ///   - limit: the index of the end of the text.
    /// - Returns: nil when no digit follows.
    @inlinable
    package init?<Bytes: RandomAccessCollection>(_ bytes: Bytes, from start: Int, to limit: Int)
    where Bytes.Element == UInt8, Bytes.Index == Int {
        let isHexadecimal = start < limit && bytes[start] | 0x20 == UInt8(ascii: "x")
        let firstDigit = isHexadecimal ? start + 1 : start
        var index = firstDigit
        var value: UInt32 = 0
        while index < limit, let digit = bytes[index].hexDigitValue, isHexadecimal || digit < 10 {
            value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
            index += 1
        }
        guard index > firstDigit else { return nil }
        self.value = value
        end = index < limit && bytes[index] == UInt8(ascii: ";") ? index + 1 : index
    }
}
