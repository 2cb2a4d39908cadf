import Support
import Synchronization

/// Makes one kind of precompressed file. The same bytes always give the same result.
///
/// Any number of threads may use it. What a library works in is made once for each of them, and not for each file.
final class Encoder: Sendable {
    let encoding: ContentEncoding
    private let level: Int
    /// The encoder in a few words: its level, and its library's version, because another version may give other bytes.
    let description: [UInt8]
    private let idle = Mutex<[any Compressor]>([])

    init(encoding: ContentEncoding, level: Int) {
        self.encoding = encoding
        self.level = level
        let version = encoding == .gzip ? Gzip.version(level: level) : Brotli.version
        description = Array("\(encoding.rawValue) \(level) \(version)".utf8)
    }

    /// Compresses into `output`.
    /// - Returns: the number of bytes written. Nil when `output` is too small for them.
    func encode(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
        guard let compressor = idle.withLock({ $0.popLast() }) ?? compressor() else { return nil }
        defer { idle.withLock { $0.append(compressor) } }
        return compressor.compress(bytes, into: output)
    }

    private func compressor() -> (any Compressor)? {
        switch encoding {
        case .gzip: Gzip(level: level)
        case .brotli: Brotli(level: level)
        }
    }

    /// Proves that `encoded` is the result of this encoder for a file, without compressing the file again. The stamp is a hash of the file,
    /// of the encoder (its level and the version of its library) and of the result. The manifest keeps it. A change of any of the three, also
    /// by hand, gives another stamp.
    func stamp(sourceHash: UInt64, encoded: UnsafeRawBufferPointer) -> UInt64 {
        let seed = description.withUnsafeBytes { XXHash64.hash($0, seed: sourceHash) }
        return XXHash64.hash(encoded, seed: seed)
    }
}

/// What one thread compresses with, file after file. `Sendable` because it has only one user at a time: an encoder takes it from its list under
/// the lock, and puts it back only after its last use.
protocol Compressor: Sendable {
    /// - Returns: the number of bytes written. Nil when `output` is too small for them, or when there is no memory.
    func compress(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int?
}
