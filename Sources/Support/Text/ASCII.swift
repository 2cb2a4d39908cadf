/// The classes of characters that HTML, XML, addresses and JSON share. All of them are ASCII, and no byte of another character belongs to
/// one.
extension UInt8 {
    /// ASCII white space as defined by HTML (Infra standard, 4.6): tab, line feed, form feed, carriage return, space.
    @inlinable
    package var isHTMLSpace: Bool {
        // There is one bit for each of the five.
        self <= 0x20 && ((0x1_0000_3600 as UInt64) >> UInt64(self)) & 1 == 1
    }

    @inlinable
    package var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    @inlinable
    package var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    @inlinable
    package var isHexDigit: Bool { isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }

    /// The value of a hexadecimal digit. Nil for any other byte.
    @inlinable
    package var hexDigitValue: UInt8? {
        if isASCIIDigit { return self &- UInt8(ascii: "0") }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? letter + 10 : nil
    }

    /// The lower-case form of a letter. Other alphabets stay unchanged: 'K' for Kelvin is not `k`.
    @inlinable
    package var asciiLowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

extension StringProtocol {
    /// The text with ASCII letters in lower case. Names in HTML and in addresses are compared in this form.
    @inlinable package func asciiLowercased() -> String {
        let isLowercase = utf8.allSatisfy { $0.asciiLowercased == $0 }
        return isLowercase ? String(self) : String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }
}
