import Support

/// Which precompressed files (`index.html.gz`, `index.html.br`) are published with the text files of a site, for servers that send those as they are.
///
/// They are made of pages, style sheets, scripts, JSON, XML, SVG, plain text and CSV of 256 bytes or more, and only where
/// the result is at least a twentieth smaller than its source.
public struct Compression: Sendable, Equatable {
    /// The level for `.gz` (RFC 1952): 1, the fastest, to 9, the smallest; nil for none.
    public let gzip: Int?
    /// The level for `.br` (RFC 7932): 0, the fastest, to 11, the smallest; nil for none.
    public let brotli: Int?

    /// No precompressed files.
    public static let none = Compression()

    public static let gzipLevels = 1...9
    public static let brotliLevels = 0...11

    /// A level beyond the range of its format is brought to the nearest that it has.
    public init(gzip: Int? = nil, brotli: Int? = nil) {
        self.gzip = gzip.map { $0.limited(to: Compression.gzipLevels) }
        self.brotli = brotli.map { $0.limited(to: Compression.brotliLevels) }
    }

    static let types: Set<String> = ["html", "htm", "css", "js", "mjs", "json", "xml", "svg", "txt", "csv"]

    /// A smaller file travels in one packet anyway.
    static let smallest = 256

    /// The largest size that is worth keeping: above it, server and browser have work and gain nothing.
    static func limit(for size: Int) -> Int { size / 20 * 19 + size % 20 * 19 / 20 }

    /// What is to be made of a file.
    func encoders(for path: String, size: Int) -> [Encoder] {
        guard size >= Compression.smallest, Compression.types.contains(FilePath.type(of: path)) else { return [] }
        return encoders
    }

    private var encoders: [Encoder] {
        [gzip.map { Encoder(encoding: .gzip, level: $0) }, brotli.map { Encoder(encoding: .brotli, level: $0) }].compactMap { $0 }
    }
}

extension Int {
    fileprivate func limited(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
