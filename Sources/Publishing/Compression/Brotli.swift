import CBrotli

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Makes a brotli stream (RFC 7932) of a file, by Google's library.
///
/// The library has no encoder that begins anew, and asks for a megabyte or more for each file. On several threads most of that is fresh pages
/// of the system, an eighth of the time at level 5. So each file gets the same memory again.
// Sendable without the compiler's proof: see `Compressor`.
final class Brotli: Compressor, @unchecked Sendable {
    static var version: String { "\(BrotliEncoderVersion())" }

    private let level: Int
    private let workspace = UnsafeMutablePointer<Workspace>.allocate(capacity: 1)

    init(level: Int) {
        self.level = level
        workspace.initialize(to: Workspace())
    }

    deinit {
        workspace.pointee.memory.deallocate()
        workspace.deallocate()
    }

    /// The window is as large as the bytes need, in powers of two. With a larger window the library sets up tables that a page never fills
    /// (four times the work at level 9). It is at most 4 MB, like the library's own default, and at least 64 KB.
    private static func windowBits(for size: Int) -> UInt32 {
        // RFC 7932, section 9.1: a window of n bits holds 2ⁿ − 16 bytes.
        let bits = Int.bitWidth - (size + 15).leadingZeroBitCount
        return UInt32(min(max(bits, 16), 22))
    }

    func compress(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
        workspace.pointee.used = 0
        let encoder = BrotliEncoderCreateInstance(
            { workspace, size in Workspace.allocate(size, in: workspace) },
            { workspace, address in Workspace.release(address, in: workspace) },
            workspace)
        guard let encoder else { return nil }
        defer { BrotliEncoderDestroyInstance(encoder) }
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT.rawValue)
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_QUALITY, UInt32(level))
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_LGWIN, Brotli.windowBits(for: bytes.count))
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_SIZE_HINT, UInt32(clamping: bytes.count))
        var remaining = bytes.count
        var next = bytes.bindMemory(to: UInt8.self).baseAddress
        var room = output.count
        var end = output.bindMemory(to: UInt8.self).baseAddress
        let isDone = BrotliEncoderCompressStream(encoder, BROTLI_OPERATION_FINISH, &remaining, &next, &room, &end, nil)
        return isDone == BROTLI_TRUE && BrotliEncoderIsFinished(encoder) == BROTLI_TRUE ? output.count - room : nil
    }

    static func decodes(
        _ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return false }
        defer { BrotliDecoderDestroyInstance(decoder) }
        var remaining = encoded.count
        var next = encoded.bindMemory(to: UInt8.self).baseAddress
        var offset = 0
        while true {
            var room = buffer.count
            var output = buffer.bindMemory(to: UInt8.self).baseAddress
            let result = BrotliDecoderDecompressStream(decoder, &remaining, &next, &room, &output, nil)
            let part = UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count - room)])
            guard part.count <= bytes.count - offset else { return false }
            if let left = bytes.baseAddress, let right = part.baseAddress, memcmp(left + offset, right, part.count) != 0 { return false }
            offset += part.count
            if result == BROTLI_DECODER_RESULT_SUCCESS { return offset == bytes.count && remaining == 0 }
            guard result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT else { return false }
        }
    }
}

/// The memory for one file at a time, given out from its beginning to its end. What finds no room in it (levels above 6 on large files) is the
/// system's.
private struct Workspace {
    /// Level 5 takes 0.8 MB for a page of 20 KB and 3.8 MB for a file of 400 KB. The system backs only what is touched.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 << 20, alignment: 64)
    var used = 0

    static func allocate(_ size: Int, in workspace: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let workspace = workspace?.assumingMemoryBound(to: Workspace.self) else { return nil }
        let memory = workspace.pointee.memory
        guard let start = memory.baseAddress, size <= memory.count - workspace.pointee.used else { return malloc(size) }
        defer { workspace.pointee.used = min((workspace.pointee.used + size + 63) & ~63, memory.count) }
        return start + workspace.pointee.used
    }

    static func release(_ address: UnsafeMutableRawPointer?, in workspace: UnsafeMutableRawPointer?) {
        guard let address, let memory = workspace?.assumingMemoryBound(to: Workspace.self).pointee.memory else { return }
        let offset = UInt(bitPattern: address) &- UInt(bitPattern: memory.baseAddress)
        if offset >= UInt(memory.count) { free(address) }
    }
}
