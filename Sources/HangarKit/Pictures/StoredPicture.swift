import Catalogue
import SiteGenerator
import Support

/// A copy of a picture in `data/pictures/`, with the names and widths of the sizes that are made of it.
struct StoredPicture: Sendable {
    let id: Image.ID
    let size: PictureSize
    let name: String
    let header: PictureHeader
    /// What names its sizes: its content has part in it, so that sizes of another content are not taken for its own.
    let key: String

    init(id: Image.ID, size: PictureSize, name: String, header: PictureHeader, contentHash: UInt64) {
        self.id = id
        self.size = size
        self.name = name
        self.header = header
        key = "\(id)-\(size.rawValue)-" + withUnsafeBytes(of: contentHash.bigEndian) { Array($0) }.hexadecimal
    }

    /// The widths that the pages of the theme need: of a card and of a picture beside its text, on narrow and wide screens of one to three
    /// pixels for each of the page's.
    private static let steps = [320, 480, 640, 960, 1_280]
    private static let widest = 1_280

    /// `1930-w640q76-original-0123456789abcdef.webp`
    func sizeName(_ width: Int) -> String {
        let parts = key.split(separator: "-", maxSplits: 1)
        return "\(parts[0])-\(Self.mark(width))-\(parts[1]).webp"
    }

    private static func mark(_ width: Int) -> String { "w\(width)q\(PictureScaler.quality)" }

    /// The width of the widest size. What is wider than any page needs is linked and not shown.
    var widestSize: Int { min(header.width, Self.widest) }

    /// Whether it takes the place of its widest size itself.
    var isItsWidestSize: Bool { header.format == .webp && header.width == widestSize }

    /// The widths to make, the smallest first. One that is nearly the next is left out.
    var widths: [Int] {
        Self.steps.filter { $0 * 20 < widestSize * 17 } + (isItsWidestSize ? [] : [widestSize])
    }

    /// The hash of a content.
    static func hash(of bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { XXHash64.hash($0) } }

    /// The reason why no sizes are made of it, as they would lose what it shows or take too much to make.
    ///
    /// - Parameter bytes: its content.
    func obstacle(_ bytes: [UInt8]) -> String? {
        if header.format == .gif || moves(bytes) { return "it may move" }
        let limit = PictureScaler.pixelLimit
        return header.width * header.height > limit ? "it has more than \(limit / 1_000_000) million pixels" : nil
    }

    /// Whether it is a moving picture: WebP says so in its head (RFC 9649, 2.7), PNG in a chunk before the first of the picture (Third Edition, 11.3.6).
    private func moves(_ bytes: [UInt8]) -> Bool {
        switch header.format {
        case .webp: return bytes[12..<16].elementsEqual("VP8X".utf8) && bytes[20] & 0x02 != 0
        case .png:
            var position = 8
            while position + 8 <= bytes.count {
                let kind = bytes[position + 4..<position + 8]
                if kind.elementsEqual("acTL".utf8) { return true }
                if kind.elementsEqual("IDAT".utf8) { return false }
                position += 12 + PictureHeader.big(bytes[position..<position + 4])
            }
            return false
        case .jpeg, .gif: return false
        }
    }

    /// Whether a file of this name is a size of some picture, of this or of another quality.
    static func isSize(_ name: String) -> Bool {
        name.wholeMatch(of: /[0-9]+-w[0-9]+q[0-9]+-[a-z]+-[0-9a-f]{16}\.webp/) != nil
    }
}

extension [Image.ID: PictureCopy] {
    /// Each file of the copies once, in the order of their paths.
    var publishedFiles: [PictureCopy.File] {
        var files: [String: PictureCopy.File] = [:]
        for copy in values { for file in copy.files { files[file.path] = file } }
        return files.values.sorted { $0.path < $1.path }
    }
}
