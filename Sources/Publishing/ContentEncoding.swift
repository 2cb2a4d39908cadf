import CBrotli
import CZlib
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A form in which a server may send a file. The name of a precompressed file shows it.
package enum ContentEncoding: String, Sendable, CaseIterable {
    case gzip = "gz"
    case brotli = "br"

    /// The encoding, and the path of the source file. Nil when `path` does not have the form of a precompressed file's path.
    package static func split(_ path: String) -> (encoding: ContentEncoding, source: String)? {
        for encoding in allCases where path.hasSuffix("." + encoding.rawValue) {
            return (encoding, String(path.dropLast(encoding.rawValue.count + 1)))
        }
        return nil
    }

    package func path(beside source: String) -> String { "\(source).\(rawValue)" }

    /// Whether `encoded` is complete, has nothing after its end, and decodes to exactly `bytes`.
    package func decodes(_ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer) -> Bool
    {
        switch self {
        case .gzip: Gzip.decodes(encoded, to: bytes, buffer: buffer)
        case .brotli: Brotli.decodes(encoded, to: bytes, buffer: buffer)
        }
    }
}

/// Makes one kind of precompressed file. The same bytes always give the same result.
struct Encoder: Sendable, Equatable {
    let encoding: ContentEncoding
    let level: Int

    /// Compresses into `output`.
    /// - Returns: the number of bytes written. Nil when `output` is too small for them.
    func encode(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
        switch encoding {
        case .gzip: Gzip.encode(bytes, level: level, into: output)
        case .brotli: Brotli.encode(bytes, level: level, into: output)
        }
    }

    /// Proves that `encoded` is the result of this encoder for a file, without compressing the file again. The stamp is a hash of the file,
    /// of the encoder (its level and the version of its library, because another version may give other bytes) and of the result. The
    /// manifest keeps it. A change of any of the three, also by hand, gives another stamp.
    func stamp(sourceHash: UInt64, encoded: UnsafeRawBufferPointer) -> UInt64 {
        let version = encoding == .gzip ? Gzip.version : Brotli.version
        var description = "\(encoding.rawValue) \(level) \(version)"
        let seed = description.withUTF8 { XXHash64.hash(UnsafeRawBufferPointer($0), seed: sourceHash) }
        return XXHash64.hash(encoded, seed: seed)
    }
}

/// One member of gzip (RFC 1952), made by zlib. Its header contains nothing that differs between machines or moments.
private enum Gzip {
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

/// A brotli stream (RFC 7932), made by Google's library.
private enum Brotli {
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

/// Compares bytes that arrive in parts with the expected bytes. It stops at the first byte too many, so an endless stream is no problem.
private struct StreamComparison {
    private let expected: UnsafeRawBufferPointer
    private var offset = 0

    init(_ expected: UnsafeRawBufferPointer) { self.expected = expected }

    var isAtEnd: Bool { offset == expected.count }

    mutating func continues(with part: UnsafeRawBufferPointer) -> Bool {
        guard part.count <= expected.count - offset else { return false }
        defer { offset += part.count }
        guard let left = expected.baseAddress, let right = part.baseAddress else { return true }
        return memcmp(left + offset, right, part.count) == 0
    }
}
