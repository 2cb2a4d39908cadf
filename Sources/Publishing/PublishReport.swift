/// What a build changed in the output folder.
public struct PublishReport: Sendable, Equatable {
    /// How many files the site has, precompressed files counted and the manifest not.
    public var files: Int
    /// The size of all of them together, in bytes.
    public var bytes: Int
    /// Paths of files that are new or have new content, sorted.
    public var written: [String]
    /// How many files were left as they are.
    public var unchanged: Int
    /// Paths of files of earlier builds that are gone, sorted.
    public var removed: [String]
    /// Of the site as it is now, if the options asked for one, and the disk tells enough for it.
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
