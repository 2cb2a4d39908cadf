import Synchronization

/// Buffers for reading files. There is one for each thread that reads at the same time, and each is used repeatedly.
package final class BufferPool: Sendable {
    private let size: Int
    private let idle = Mutex<[Buffer]>([])

    package init(size: Int) { self.size = size }

    // Sendable without the compiler's proof: a buffer has only one user at a time, because it is taken from the pool under the lock and put
    // back only after its last use.
    private final class Buffer: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer
        init(size: Int) { bytes = .allocate(byteCount: size, alignment: 64) }
        deinit { bytes.deallocate() }
    }

    /// - Parameter atLeast: the smallest acceptable size. If the usual size is too small, a larger buffer is made and replaces the smaller
    ///   one.
    package func withBuffer<Result, Failure: Error>(
        atLeast count: Int = 0, _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var buffer = idle.withLock { $0.popLast() } ?? Buffer(size: max(size, count))
        if buffer.bytes.count < count { buffer = Buffer(size: count) }
        defer { idle.withLock { $0.append(buffer) } }
        return try body(buffer.bytes)
    }

    /// Reads a whole file.
    package func withContents<Result>(_ file: OpenFile, _ body: (UnsafeRawBufferPointer) throws(Errno) -> Result) throws(Errno) -> Result {
        try withBuffer(atLeast: file.size) { buffer throws(Errno) in
            let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<file.size]), at: 0)
            return try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
