/// The percent-encoding of the parts of an address.
package enum PercentEncoding {
    enum Part {
        case path, query, fragment
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    static func append(_ bytes: ArraySlice<UInt8>, _ part: Part, to output: inout [UInt8]) {
        for index in bytes.indices {
            let byte = bytes[index]
            let isEscape =
                byte == UInt8(ascii: "%") && index + 2 < bytes.endIndex && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit
            if isEscape || isAllowed(byte, in: part) {
                output.append(byte)
            } else {
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }

    /// The address of a file by its path: what would end the path in an address, or be read as an escape there, stands for itself.
    package static func escaping(_ path: String) -> String {
        var output: [UInt8] = []
        for byte in path.utf8 {
            if isAllowed(byte, in: .path) {
                output.append(byte)
            } else {
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The bytes that an address means. A `%` that begins no escape stands for itself, as in browsers.
    package static func lenientlyDecoded(_ text: some Collection<UInt8>) -> [UInt8] {
        let text = Array(text)
        guard text.contains(UInt8(ascii: "%")) else { return text }
        var decoded: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = text[index + 1].hexDigitValue,
                let low = text[index + 2].hexDigitValue
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(text[index])
                index += 1
            }
        }
        return decoded
    }

    /// - Returns: nil when a byte is written in a form that is no escape.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexDigitValue, let low = rest.popFirst()?.hexDigitValue else { return nil }
            decoded.append(high << 4 | low)
        }
        return decoded
    }

    private static func isAllowed(_ byte: UInt8, in part: Part) -> Bool {
        if byte.isASCIILetter || byte.isASCIIDigit { return true }
        switch byte {
        // The quote ends attributes, so the standard encodes it in queries.
        case UInt8(ascii: "'"): return part != .query
        case UInt8(ascii: "?"): return part != .path
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"),
            UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            return true
        default: return false
        }
    }
}
