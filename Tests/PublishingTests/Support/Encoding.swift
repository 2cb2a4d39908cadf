@testable import Publishing

extension Encoder {
    func encode(_ bytes: [UInt8]) -> [UInt8]? {
        var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
        let count = bytes.withUnsafeBytes { bytes in output.withUnsafeMutableBytes { encode(bytes, into: $0) } }
        return count.map { Array(output.prefix($0)) }
    }
}

extension ContentEncoding {
    /// Decodes with a buffer so small that it must be filled many times.
    func decodes(_ encoded: [UInt8], to bytes: [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 100)
        return encoded.withUnsafeBytes { encoded in
            bytes.withUnsafeBytes { bytes in buffer.withUnsafeMutableBytes { decodes(encoded, to: bytes, buffer: $0) } }
        }
    }
}
