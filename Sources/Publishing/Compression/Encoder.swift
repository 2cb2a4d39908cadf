import Support

/// Makes one sort of compressed neighbour, always the same bytes of the same bytes.
struct Encoder: Sendable, Equatable {
    let encoding: ContentEncoding
    let level: Int

    /// Compresses into `output`.
    /// - Returns: how many bytes there are; nil when `output` is too small for them.
    func encode(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
        switch encoding {
        case .gzip: Gzip.encode(bytes, level: level, into: output)
        case .brotli: Brotli.encode(bytes, level: level, into: output)
        }
    }

    /// What says that `encoded` is what this encoder has made of a file: a hash of the file, of the encoder (its level and the version of its
    /// library, because another may give other bytes) and of the result. It is kept in the manifest. As long as it fits, nothing need be
    /// compressed to know it; a change of any of the three, also by hand, makes another.
    func stamp(sourceHash: UInt64, encoded: UnsafeRawBufferPointer) -> UInt64 {
        let version = encoding == .gzip ? Gzip.version : Brotli.version
        var description = "\(encoding.rawValue) \(level) \(version)"
        let seed = description.withUTF8 { XXHash64.hash(UnsafeRawBufferPointer($0), seed: sourceHash) }
        return XXHash64.hash(encoded, seed: seed)
    }
}
