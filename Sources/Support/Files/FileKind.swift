/// What a file is to a visitor, which decides when it goes live: what others link to comes first.
public enum FileKind: Int, Sendable, Comparable, CaseIterable {
    /// Style sheets, scripts, pictures, downloads: nothing of them links to pages.
    case asset
    /// One page for one thing.
    case page
    /// A page that lists pages, the home page among them.
    case index
    /// Feeds, the sitemap: what machines fetch to learn of the rest.
    case feed

    public static func < (left: FileKind, right: FileKind) -> Bool { left.rawValue < right.rawValue }
}
