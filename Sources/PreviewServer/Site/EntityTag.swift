/// The name of a content, by which a browser asks whether it still has the right one (RFC 9110, section 8.8.3): FNV-1a of 64 bits, and the length.
struct EntityTag: CustomStringConvertible {
    let description: String

    init(of bytes: [UInt8]) {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        description = "\"\(String(hash, radix: 16))-\(bytes.count)\""
    }

    /// - Parameter condition: the value of If-None-Match: a list of tags, or `*`.
    func matches(_ condition: String) -> Bool {
        condition.split(separator: ",").contains { candidate in
            let tag = candidate.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
            return tag == "*" || tag == description || tag == "W/" + description
        }
    }
}
