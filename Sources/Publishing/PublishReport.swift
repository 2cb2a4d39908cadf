/// The changes of a build in the output folder.
public struct PublishReport: Sendable, Equatable {
    /// The number of files of the site, including precompressed files and without the manifest.
    public var files: Int
    /// The size of all of them together, in bytes.
    public var bytes: Int
    /// Paths of files that are new or have new content, sorted.
    public var written: [String]
    /// The number of files that were left unchanged.
    public var unchanged: Int
    /// Paths of removed files of earlier builds, sorted.
    public var removed: [String]
    /// The fingerprint of the site after the build. Nil unless the options asked for one and the disk gives enough information for it.
    public var fingerprint: OutputFingerprint?

    public init(files: Int, bytes: Int, written: [String], unchanged: Int, removed: [String], fingerprint: OutputFingerprint? = nil) {
        self.files = files
        self.bytes = bytes
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
        self.fingerprint = fingerprint
    }
}
