/// The copies of one picture that the site itself serves.
public struct PictureCopy: Sendable, Hashable {
    public struct File: Sendable, Hashable {
        /// The path from the site's root: `pictures/1930-original-soyuz_tm.jpeg`.
        public let path: String
        /// The width in pixels.
        public let width: Int
        public let height: Int
        /// The same picture as WebP in several widths, the smallest first. The widest is as wide as any page needs, or as the picture.
        public var sizes: [File]

        public init(path: String, width: Int, height: Int, sizes: [File] = []) {
            self.path = path
            self.width = width
            self.height = height
            self.sizes = sizes
        }
    }

    public var original: File
    public var thumbnail: File?
    /// The variants for a light and for a dark ground.
    public var light: File?
    public var dark: File?

    public init(original: File, thumbnail: File? = nil, light: File? = nil, dark: File? = nil) {
        self.original = original
        self.thumbnail = thumbnail
        self.light = light
        self.dark = dark
    }

    /// All files with their sizes. A file that is one of its own sizes is in it twice.
    public var files: [File] { [original, thumbnail, light, dark].compactMap(\.self).flatMap { [$0] + $0.sizes } }
}
