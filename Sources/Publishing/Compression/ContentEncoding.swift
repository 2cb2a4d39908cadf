import Support

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
