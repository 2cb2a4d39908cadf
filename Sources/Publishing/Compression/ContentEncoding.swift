/// A form in which a server may send a file, by the name of a compressed neighbour.
package enum ContentEncoding: String, Sendable, CaseIterable {
    case gzip = "gz"
    case brotli = "br"

    /// The encoding and the path of the file itself, when `path` has the form of a neighbour's.
    package static func split(_ path: String) -> (encoding: ContentEncoding, source: String)? {
        for encoding in allCases where path.hasSuffix("." + encoding.rawValue) {
            return (encoding, String(path.dropLast(encoding.rawValue.count + 1)))
        }
        return nil
    }

    package func path(beside source: String) -> String { "\(source).\(rawValue)" }

    /// Whether `encoded` is whole, ends where it ends, and stands for exactly `bytes`.
    package func decodes(_ encoded: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer) -> Bool
    {
        switch self {
        case .gzip: Gzip.decodes(encoded, to: bytes, buffer: buffer)
        case .brotli: Brotli.decodes(encoded, to: bytes, buffer: buffer)
        }
    }
}
