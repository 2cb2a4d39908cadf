/// The coding of a query: `name=value` pairs, space as `+`, bytes as `%XX` (application/x-www-form-urlencoded, URL Standard, section 5).
enum FormCoding {
    static func parameters(of query: String) -> [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0], plusIsSpace: true), parts.count > 1 ? decoded(parts[1], plusIsSpace: true) : "")
        }
    }

    static func query(of parameters: [(name: String, value: String)]) -> String {
        parameters.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// The decoded text. Invalid UTF-8 becomes U+FFFD. A `%` without two digits stays as it is.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsSpace {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), rest.count >= 2, rest.prefix(2).allSatisfy(isHexadecimalDigit),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func encoded(_ text: String) -> String {
        percentEncoded(text, allowed: "_.-~").replacing("%20", with: "+")
    }

    /// One part of a path (RFC 3986, section 3.3: pchar).
    static func encodedPathPart(_ text: String) -> String {
        percentEncoded(text, allowed: "_.-~!$&'()*+,;=:@")
    }

    private static func percentEncoded(_ text: String, allowed: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                result.append(byte)
            case _ where allowed.utf8.contains(byte): result.append(byte)
            default: result += Array((byte < 16 ? "%0" : "%").utf8) + Array(String(byte, radix: 16, uppercase: true).utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
        Unicode.Scalar(byte).properties.isASCIIHexDigit
    }
}
