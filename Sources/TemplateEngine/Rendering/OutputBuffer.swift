/// Bytes that are written one after the other, and can be taken back from the end.
///
/// A page is some thousand pieces. An array asks with each of them whether someone else holds its bytes too; of these there is no copy to ask for.
/// One buffer serves many pages: what has been emptied keeps its memory.
public struct OutputBuffer: ~Copyable, Sendable {
    // Safe to hand to another thread: the memory has one owner, which cannot be copied, and changes only where that one is borrowed exclusively.
    private nonisolated(unsafe) var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes have been written.
    public private(set) var count = 0

    /// - Parameter capacity: so many bytes can come before it grows.
    public init(capacity: Int = 1 << 12) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// The bytes, for as long as the call lasts: the pointer must not leave it.
    ///
    /// - Throws: what `body` throws.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// A copy of the bytes.
    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// Writes one byte.
    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    /// Writes bytes as they are.
    ///
    /// - Parameter bytes: not of this buffer, whose memory is gone once it has grown.
    @inline(__always)
    public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        if capacity - count < bytes.count { grow(by: bytes.count) }
        (start + count).update(from: first, count: bytes.count)
        count += bytes.count
    }

    /// Writes bytes as they are.
    public mutating func append(contentsOf bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Writes a text of the program in UTF-8.
    public mutating func append(contentsOf text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Takes the last bytes back.
    ///
    /// - Parameter count: so many are left of them. Where there are not so many all are left, and none for a number below zero.
    public mutating func cut(to count: Int) {
        self.count = min(max(count, 0), self.count)
    }

    /// Takes all bytes back.
    public mutating func removeAll() { count = 0 }

    /// The byte at a place below `count`.
    subscript(place: Int) -> UInt8 {
        assert(place >= 0 && place < count)
        return start[place]
    }

    var last: UInt8? { count == 0 ? nil : start[count - 1] }

    /// Turns the order of the bytes from a place on.
    mutating func reverse(from place: Int) {
        var turned = UnsafeMutableBufferPointer(start: start + place, count: count - place)
        turned.reverse()
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        let larger = max(2 * capacity, count + added)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        grown.update(from: start, count: count)
        start.deallocate()
        start = grown
        capacity = larger
    }
}
