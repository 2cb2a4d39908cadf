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

    /// Whether `encoded` is complete, has nothing after its end, and decodes to exactly `bytes`. It stops at the first byte too many.
    package func decodes(_ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffers: BufferPool) -> Bool {
        switch self {
        case .gzip: buffers.withBuffer(atLeast: bytes.count) { Gzip.decodes(encoded, to: bytes, buffer: $0) }
        case .brotli: buffers.withBuffer { Brotli.decodes(encoded, to: bytes, buffer: $0) }
        }
    }
}
