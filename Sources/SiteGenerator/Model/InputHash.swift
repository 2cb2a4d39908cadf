import Catalogue
import Support

/// A hash of a part of what a page is made from. Parts that are added in another order give another hash.
///
/// It protects against accidents, not against an attacker: the source could only keep a page of its own records from being made again.
struct InputHash: Sendable, Equatable {
    private(set) var value: UInt64 = 0

    init() {}

    init(_ bytes: [UInt8]) { value = bytes.withUnsafeBytes { XXHash64.hash($0) } }

    init(_ parts: some Sequence<InputHash>) {
        for part in parts { add(part) }
    }

    mutating func add(_ part: InputHash) { add(part.value) }

    mutating func add(_ number: Int?) {
        add(number == nil ? 0 : 1 as UInt64)
        if let number { add(UInt64(bitPattern: Int64(number))) }
    }

    mutating func add(_ flag: Bool) { add(flag ? 2 : 1 as UInt64) }

    mutating func add(_ text: String?) {
        guard var text else {
            add(0 as UInt64)
            return
        }
        add(text.withUTF8 { XXHash64.hash(UnsafeRawBufferPointer($0)) })
    }

    mutating func add(_ time: Timestamp?) { add(time?.secondsSince1970) }

    private mutating func add(_ word: UInt64) {
        value = withUnsafeBytes(of: word) { XXHash64.hash($0, seed: value &+ 1) }
    }
}
