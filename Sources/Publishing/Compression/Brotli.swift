import CBrotli

/// A brotli stream (RFC 7932), made by Google's library.
enum Brotli {
    static var version: String { "\(BrotliEncoderVersion())" }

    /// The window is as large as the bytes need, in powers of two. With a larger window the library sets up tables that a page never fills
    /// (four times the work at level 9). It is at most 4 MB, like the library's own default, and at least 64 KB.
    private static func windowBits(for size: Int) -> Int32 {
        // RFC 7932, section 9.1: a window of n bits holds 2ⁿ − 16 bytes.
        let bits = Int.bitWidth - (size + 15).leadingZeroBitCount
        return Int32(min(max(bits, 16), 22))
    }

    static func encode(_ bytes: UnsafeRawBufferPointer, level: Int, into output: UnsafeMutableRawBufferPointer) -> Int? {
        var size = output.count
        let result = BrotliEncoderCompress(
            Int32(level), windowBits(for: bytes.count), BROTLI_MODE_TEXT, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress, &size,
            output.bindMemory(to: UInt8.self).baseAddress)
        return result == BROTLI_TRUE && size > 0 ? size : nil
    }

    static func decodes(
        _ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return false }
        defer { BrotliDecoderDestroyInstance(decoder) }
        var remaining = encoded.count
        var next = encoded.bindMemory(to: UInt8.self).baseAddress
        var comparison = StreamComparison(bytes)
        while true {
            var room = buffer.count
            var output = buffer.bindMemory(to: UInt8.self).baseAddress
            let result = BrotliDecoderDecompressStream(decoder, &remaining, &next, &room, &output, nil)
            let part = UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count - room)])
            guard comparison.continues(with: part) else { return false }
            if result == BROTLI_DECODER_RESULT_SUCCESS { return comparison.isAtEnd && remaining == 0 }
            guard result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT else { return false }
        }
    }
}
