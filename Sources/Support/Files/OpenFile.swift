import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A regular file opened for reading.
package final class OpenFile: Sendable {
    package let descriptor: Int32
    /// The state of the file when it was opened, before anything was read.
    package let state: FileState

    fileprivate init(descriptor: Int32, state: FileState) {
        self.descriptor = descriptor
        self.state = state
    }

    deinit { close(descriptor) }

    package var size: Int { state.size }

    /// Reads until `buffer` is full or the file ends. Returns the number of bytes read.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Errno) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        var filled = 0
        while filled < buffer.count {
            let count = pread(descriptor, start + filled, buffer.count - filled, off_t(offset + filled))
            if count < 0 {
                if errno == EINTR { continue }
                throw .last
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    package func contents() throws(Errno) -> [UInt8] {
        var failure: Errno?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(Errno) {
                count = try read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Whether the file holds exactly `bytes`. `buffer` is the memory for reading.
    package func holds(_ bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Bool {
        guard size == bytes.count else { return false }
        guard let expected = bytes.baseAddress, let read = buffer.baseAddress else { return size == 0 }
        var offset = 0
        while offset < size {
            let wanted = min(buffer.count, size - offset)
            let part = UnsafeMutableRawBufferPointer(start: read, count: wanted)
            guard try self.read(into: part, at: offset) == wanted else { return false }
            guard memcmp(expected + offset, read, wanted) == 0 else { return false }
            offset += wanted
        }
        return true
    }
}

extension Folder {
    /// Opens a regular file for reading, never through a link. Nil when `name` does not exist or is not a regular file.
    package func open(_ name: UnsafePointer<CChar>) throws(Errno) -> OpenFile? { try openPath(name) }

    /// The same for a whole path. Links in its folders are followed. Use it only for reading files that will be checked, not replaced.
    package func openPath(_ name: UnsafePointer<CChar>) throws(Errno) -> OpenFile? {
        // Without O_NONBLOCK a named pipe in the place of a page would block the build for ever.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            let error = Errno.last
            switch error.code {
            case ENOENT, ENOTDIR, ELOOP, ENXIO: return nil
            default: throw error
            }
        }
        var raw = stat()
        guard fstat(file, &raw) == 0 else {
            let error = Errno.last
            close(file)
            throw error
        }
        let status = FileStatus(raw)
        guard status.kind == .file else {
            close(file)
            return nil
        }
        return OpenFile(descriptor: file, state: status.state)
    }

    package func createFile(_ name: UnsafePointer<CChar>, _ bytes: [UInt8], durable: Bool = false, isPrivate: Bool = false) throws(Errno) {
        var failure: Errno?
        bytes.withUnsafeBytes { raw in
            do throws(Errno) {
                _ = try createFile(name, raw, durable: durable, isPrivate: isPrivate)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}

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
