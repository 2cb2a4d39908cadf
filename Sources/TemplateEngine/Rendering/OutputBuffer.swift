/// A buffer that bytes are appended to. Bytes can also be removed from its end.
///
/// A page consists of some thousand pieces. For each of them, an array checks whether its bytes are shared. This buffer cannot be copied,
/// so there is nothing to check. One buffer serves many pages, because it keeps its memory when it is emptied.
public struct OutputBuffer: ~Copyable, Sendable {
    // Safe on another thread: the memory has one owner, the owner cannot be copied, and only an exclusive access changes the memory.
    private nonisolated(unsafe) var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes have been written.
    public private(set) var count = 0

    /// - Parameter capacity: the number of bytes that fit before the buffer grows.
    public init(capacity: Int = 1 << 12) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// Calls `body` with the bytes. The pointer is valid only during the call.
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

    /// Writes bytes unchanged.
    ///
    /// - Parameter bytes: must not belong to this buffer, because its memory is freed when it grows.
    @inline(__always)
    public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        if capacity - count < bytes.count { grow(by: bytes.count) }
        (start + count).update(from: first, count: bytes.count)
        count += bytes.count
    }

    /// Writes bytes unchanged.
    public mutating func append(contentsOf bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Writes a constant text of the program in UTF-8.
    public mutating func append(contentsOf text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Removes the last bytes.
    ///
    /// - Parameter count: the number of bytes to keep. If it is larger than the present number, nothing changes. If it is negative, all
    ///   bytes are removed.
    public mutating func cut(to count: Int) {
        self.count = min(max(count, 0), self.count)
    }

    /// Removes all bytes and keeps the memory.
    public mutating func removeAll() { count = 0 }

    /// Writes some of the bytes of this buffer once more.
    @inline(__always)
    mutating func appendAgain(from place: Int, count added: Int) {
        if capacity - count < added { grow(by: added) }
        (start + count).update(from: start + place, count: added)
        count += added
    }

    /// The byte at a place below `count`.
    subscript(place: Int) -> UInt8 {
        assert(place >= 0 && place < count)
        return start[place]
    }

    var last: UInt8? { count == 0 ? nil : start[count - 1] }

    /// Reverses the bytes from a place to the end.
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
