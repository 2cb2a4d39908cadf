/// The copies of one picture that the site itself serves.
public struct PictureCopy: Sendable, Hashable {
    public struct File: Sendable, Hashable {
        /// The path from the site's root: `pictures/1930-original-soyuz_tm.jpeg`.
        public let path: String
        /// The width in pixels.
        public let width: Int
        public let height: Int

        public init(path: String, width: Int, height: Int) {
            self.path = path
            self.width = width
            self.height = height
        }
    }

    public var original: File
    public var thumbnail: File?

    public init(original: File, thumbnail: File? = nil) {
        self.original = original
        self.thumbnail = thumbnail
    }
}
