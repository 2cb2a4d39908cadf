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
