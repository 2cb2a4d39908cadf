import Support

/// Which files of a site are compressed, and by which encoders.
struct Encoders: Sendable {
    private let all: [Encoder]

    init(_ compression: Compression) {
        all = [
            compression.gzip.map { Encoder(encoding: .gzip, level: $0) }, compression.brotli.map { Encoder(encoding: .brotli, level: $0) },
        ].compactMap { $0 }
    }

    /// The levels, and the versions of the libraries. Encoders with another description may give other files.
    var description: [UInt8] { Array(all.map(\.description).joined(separator: [0])) }

    /// The smallest size of a file that is compressed. A smaller one (a redirect) fits into one packet anyway, with the header of its answer.
    static let smallest = 1_024

    /// The largest result that is worth keeping. With a larger one, server and browser have work and gain nothing.
    static func limit(for size: Int) -> Int { size / 20 * 19 + size % 20 * 19 / 20 }

    /// The encoders that are applied to a file.
    func encoders(for path: String, size: Int) -> [Encoder] {
        guard !all.isEmpty, size >= Encoders.smallest, FileType.of(path).isCompressible else { return [] }
        return all
    }
}
