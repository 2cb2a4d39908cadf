import Support

/// How a build reaches the output folder.
public struct PublishOptions: Sendable, Equatable {
    public enum Method: String, Sendable, CaseIterable {
        /// Moves each changed file over its predecessor. Every file is whole at every moment, and every page that can be reached
        /// from the home page has all it links to; for some milliseconds old and new pages stand side by side.
        case inPlace = "in-place"
        /// Prepares the whole folder a second time (unchanged files as hard links) and exchanges the two in one step of the kernel. A
        /// visitor sees one build or the other. The output folder must be a real folder, not a symbolic link or a mount point, on a file
        /// system that can exchange (ext4, XFS, Btrfs, tmpfs, APFS).
        case swap
    }

    public var method: Method
    /// Accepts an output folder that holds files of others, and overwrites those that are in the way of a page. Other files are always left
    /// alone.
    public var force: Bool

    /// The precompressed files that servers send unchanged.
    public var compression: Compression

    /// Adds a fingerprint to the report, by which the next build can know that nothing has changed.
    public var takesFingerprint: Bool

    public init(method: Method = .inPlace, force: Bool = false, compression: Compression = .none, takesFingerprint: Bool = false) {
        self.method = method
        self.force = force
        self.compression = compression
        self.takesFingerprint = takesFingerprint
    }
}

/// The precompressed files (`index.html.gz`, `index.html.br`) that are published with the text files of a site, for servers that send them
/// unchanged.
///
/// They are made of pages, style sheets, scripts, JSON, XML, SVG, plain text and CSV of 1,024 bytes or more. They are kept only if the result
/// is at least a twentieth smaller than its source.
public struct Compression: Sendable, Equatable {
    /// The level for `.gz` (RFC 1952), from 1 (fastest) to 12 (smallest). Nil for no `.gz` files.
    public let gzip: Int?
    /// The level for `.br` (RFC 7932), from 0 (fastest) to 11 (smallest). Nil for no `.br` files.
    public let brotli: Int?

    /// No precompressed files.
    public static let none = Compression()

    public static let gzipLevels = 1...12
    public static let brotliLevels = 0...11

    /// A level outside the range of its format is replaced by the nearest one inside.
    public init(gzip: Int? = nil, brotli: Int? = nil) {
        self.gzip = gzip.map { $0.limited(to: Compression.gzipLevels) }
        self.brotli = brotli.map { $0.limited(to: Compression.brotliLevels) }
    }
}

extension Int {
    fileprivate func limited(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
