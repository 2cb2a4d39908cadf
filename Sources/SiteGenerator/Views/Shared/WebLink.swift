/// Addresses of other sites.
enum WebLink {
    /// Whether a page may link to the address. It must be a complete http or https address, and not on one of the API's development hosts.
    static func isWeb(_ address: String) -> Bool {
        var address = address
        let isWeb = address.withUTF8 { bytes in
            guard let start = authorityStart(bytes) else { return false }
            let host = host(of: bytes[start...])
            return !host.isEmpty && !begins(host, "lldev.") && !begins(host, "thespacedevs-dev.")
                && !bytes.contains { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }
        }
        return isWeb && !address.unicodeScalars.contains { $0.value >= 0x80 && $0.properties.isWhitespace }
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// The position after `http://` or `https://`.
    private static func authorityStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        (["https://", "http://"] as [StaticString]).first { begins(bytes[...], $0) }?.utf8CodeUnitCount
    }

    private static func host(of rest: Bytes) -> Bytes {
        let end = rest.firstIndex {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\\")
        }
        let authority = rest[..<(end ?? rest.endIndex)]
        let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
        return authority[start...].prefix { $0 != UInt8(ascii: ":") }
    }

    /// Whether the bytes begin with a text in lower-case letters. Case in the bytes does not count.
    private static func begins(_ bytes: Bytes, _ prefix: StaticString) -> Bool {
        let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
        return bytes.count >= prefix.count
            && zip(bytes, prefix).allSatisfy { byte, letter in
                ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == letter
            }
    }
}
