import CZlib

/// One member of gzip (RFC 1952), made by zlib. Its header contains nothing that differs between machines or moments.
enum Gzip {
    static var version: String { String(cString: zlibVersion()) }

    /// A window of 32 KB (15), with a gzip header instead of zlib's own (16).
    private static let windowBits: Int32 = 15 + 16
    /// The most memory, 256 KB. It gives the best compression at a level.
    private static let memoryLevel: Int32 = 9
    private static let streamSize = Int32(MemoryLayout<z_stream>.size)

    static func encode(_ bytes: UnsafeRawBufferPointer, level: Int, into output: UnsafeMutableRawBufferPointer) -> Int? {
        guard let inputSize = UInt32(exactly: bytes.count), let outputSize = UInt32(exactly: output.count) else { return nil }
        var stream = z_stream()
        var header = gz_header()
        // 'Unknown' in RFC 1952, section 2.3.1, because zlib's own choice differs between systems. The time of change stays 0, 'not
        // available'.
        header.os = 255
        return withUnsafeMutablePointer(to: &stream) { stream -> Int? in
            let begun = deflateInit2_(
                stream, Int32(level), Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, streamSize)
            guard begun == Z_OK else { return nil }
            defer { deflateEnd(stream) }
            return withUnsafeMutablePointer(to: &header) { header -> Int? in
                guard deflateSetHeader(stream, header) == Z_OK else { return nil }
                // zlib does not write to its input, but its type shows this only when ZLIB_CONST is defined.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
                stream.pointee.avail_in = inputSize
                stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
                stream.pointee.avail_out = outputSize
                guard deflate(stream, Z_FINISH) == Z_STREAM_END else { return nil }
                return Int(stream.pointee.total_out)
            }
        }
    }

    static func decodes(
        _ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard let inputSize = UInt32(exactly: encoded.count), let bufferSize = UInt32(exactly: buffer.count) else { return false }
        var stream = z_stream()
        return withUnsafeMutablePointer(to: &stream) { stream in
            guard inflateInit2_(stream, windowBits, ZLIB_VERSION, streamSize) == Z_OK else { return false }
            defer { inflateEnd(stream) }
            stream.pointee.next_in = UnsafeMutablePointer(mutating: encoded.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = inputSize
            var comparison = StreamComparison(bytes)
            while true {
                stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
                stream.pointee.avail_out = bufferSize
                let result = inflate(stream, Z_NO_FLUSH)
                let part = UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count - Int(stream.pointee.avail_out))])
                guard result == Z_OK || result == Z_STREAM_END, comparison.continues(with: part) else { return false }
                if result == Z_STREAM_END { return comparison.isAtEnd && stream.pointee.avail_in == 0 }
                if part.isEmpty, stream.pointee.avail_in == 0 { return false }
            }
        }
    }
}
