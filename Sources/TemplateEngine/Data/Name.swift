/// The name of a field, with its hash made once.
///
/// Names are compared by a 64-bit FNV-1a hash of their UTF-8 first and by their text only when the hashes agree, so that a look-up
/// in an object compares numbers. There is no table of names: two names made anywhere, on any thread, compare alike.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    let hash: UInt64

    public init(_ text: String) {
        self.text = text
        var text = text
        hash = text.withUTF8 { bytes in
            bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        }
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// The one bit that stands for this name in an object's summary of its names.
    var bit: UInt64 { 1 << (hash >> 58) }

    public static func == (left: Name, right: Name) -> Bool {
        left.hash == right.hash && left.text == right.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}
