import Catalogue
import Support

/// One file of the site. ``SiteGenerator/render(_:into:)`` makes its bytes.
public struct SiteFile: Sendable {
    /// The address from the site's root, without a leading slash: `spacecraft/126-soyuz-tm-4/`, `feed.json`.
    public let address: String
    public let kind: FileKind
    let content: Content
    /// The name of its template in a theme. Nil for a file that is made without one.
    public private(set) var template: String?
    /// The time at which what a page shows last changed.
    var modified: Timestamp?
    /// A hash of everything in the catalogue and its history that the file is made from. Two builds with the same theme, words, settings and
    /// program make the same bytes of it where the hash is the same. Nil for a file that every build makes.
    public private(set) var inputs: UInt64?
    /// The place of its language among those of the site.
    var edition = 0

    enum Content: Sendable {
        /// - Parameter template: the place of the template among those of ``PageKind/all(with:)``.
        case view(template: Int, Page.View)
        case bytes(WrittenFile.Write)
    }

    /// The path of the file below the output folder: `spacecraft/126-soyuz-tm-4/index.html`.
    public var path: String { Address.file(of: address) }

    /// Whether the file is a page for visitors.
    public var isPage: Bool { path.hasSuffix(".html") }
}
