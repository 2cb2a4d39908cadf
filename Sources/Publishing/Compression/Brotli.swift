import CBrotli

/// A brotli stream (RFC 7932) by Google's library.
enum Brotli {
    static var version: String { "\(BrotliEncoderVersion())" }

    /// A window of 4 MB, the most that every decoder must take without being asked.
    private static let windowBits: Int32 = 22

    static func encode(_ bytes: UnsafeRawBufferPointer, level: Int, into output: UnsafeMutableRawBufferPointer) -> Int? {
        var size = output.count
        let result = BrotliEncoderCompress(
            Int32(level), windowBits, BROTLI_MODE_TEXT, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress, &size,
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
        var comparison = Comparing(bytes)
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
