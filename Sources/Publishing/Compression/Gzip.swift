import CLibDeflate
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Makes one member of gzip (RFC 1952) of a file, by libdeflate. Its header contains nothing that differs between machines or moments: the time
/// of change is 0, 'not available', and the system 255, 'unknown' (section 2.3.1).
// Sendable without the compiler's proof: see `Compressor`.
final class Gzip: Compressor, @unchecked Sendable {
    private let compressor: OpaquePointer

    /// Nil when there is no memory for it.
    init?(level: Int) {
        guard let compressor = libdeflate_alloc_compressor(Int32(level)) else { return nil }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    func compress(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
        let size = libdeflate_gzip_compress(compressor, bytes.baseAddress, bytes.count, output.baseAddress, output.count)
        return size > 0 ? size : nil
    }

    static func decodes(
        _ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard let decompressor = libdeflate_alloc_decompressor() else { return false }
        defer { libdeflate_free_decompressor(decompressor) }
        // It may need no byte of output more than the source has, so a bomb ends there.
        let room = min(bytes.count, buffer.count)
        var (read, written) = (0, 0)
        let result = libdeflate_gzip_decompress_ex(
            decompressor, encoded.baseAddress, encoded.count, buffer.baseAddress, room, &read, &written)
        guard result == LIBDEFLATE_SUCCESS, read == encoded.count, written == bytes.count else { return false }
        guard let left = bytes.baseAddress, let right = buffer.baseAddress else { return true }
        return memcmp(left, right, written) == 0
    }
}

extension Gzip {
    /// Differs between versions of the library that give other bytes. A program cannot ask libdeflate for its version (the header has that of
    /// the day on which the program was built), so it is known by what it makes of a sample.
    static func version(level: Int) -> String {
        guard let gzip = Gzip(level: level) else { return "" }
        var output = [UInt8](repeating: 0, count: sample.count)
        let hash = sample.withUnsafeBytes { sample in
            output.withUnsafeMutableBytes { output in
                XXHash64.hash(UnsafeRawBufferPointer(rebasing: output[..<(gzip.compress(sample, into: output) ?? 0)]))
            }
        }
        return "libdeflate \(String(hash, radix: 16))"
    }

    /// Some kilobytes in which near and far, long and short repetitions mix with what repeats nothing.
    private static let sample: [UInt8] = {
        var state: UInt32 = 1
        var bytes: [UInt8] = []
        while bytes.count < 8_192 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let length = 3 + Int(state >> 27)
            let start = Int(state >> 8) % (bytes.count + 1)
            if start + length < bytes.count, state & 0x400_0000 != 0 {
                bytes += bytes[start..<(start + length)]
            } else {
                bytes.append(UInt8(truncatingIfNeeded: state >> 24) & 0x7F)
            }
        }
        return bytes
    }()
}
