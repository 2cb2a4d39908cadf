/// The name of a field. Its hash is computed once.
///
/// Names are compared by a hash of their UTF-8 first, and by their text only when the hashes agree. A look-up in an object therefore
/// compares numbers. There is no table of names: names made at any place and on any thread compare alike.
public struct FieldName: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    let hash: UInt64

    public init(_ text: String) {
        self.text = text
        var text = text
        hash = text.withUTF8(Self.hash)
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// The bit of this name in an object's summary of its names.
    var bit: UInt64 { 1 << (hash >> 58) }

    /// Hashes the length, the first eight bytes and the last eight. Views are made of hundreds of names, and few names are longer.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        let (head, tail): (UInt64, UInt64) =
            if raw.count >= 8 {
                (raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
            } else {
                (raw.reduce(0) { $0 << 8 | UInt64($1) }, 0)
            }
        let mixed = (head ^ UInt64(raw.count)) &* 0x9E37_79B9_7F4A_7C15 ^ tail
        return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
    }

    /// Whether two names have the same text. Most equal names share the same bits, which shows without counting a reference to either.
    @inline(__always)
    static func isText(of name: UnsafePointer<FieldName>, equalTo other: FieldName) -> Bool {
        typealias Bits = (UInt64, UInt64)
        let bits = UnsafeRawPointer(name).load(as: Bits.self)
        return bits == unsafeBitCast(other.text, to: Bits.self) || name.pointee.text == other.text
    }

    /// Whether a name is another one.
    @inline(__always)
    static func isName(_ name: UnsafePointer<FieldName>, equalTo other: FieldName) -> Bool {
        name.pointee.hash == other.hash && isText(of: name, equalTo: other)
    }

    public static func == (left: FieldName, right: FieldName) -> Bool {
        left.hash == right.hash && left.text == right.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}
