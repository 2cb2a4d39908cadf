/// Percent-encoding for one part of a URL.
enum URLEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// All but the unreserved characters (RFC 3986, 2.3) as `%XX` of their UTF-8.
    static func encoded(_ text: String) -> String {
        var encoded = OutputBuffer(capacity: text.utf8.count)
        Escaper.urlQuery.append(text, to: &encoded)
        return encoded.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// `%XX`.
    static func escape(_ byte: UInt8) -> String {
        String(decoding: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
