/// The role of a file for a visitor. It decides when the file goes live: files that others link to come first.
public enum FileKind: Int, Sendable, Comparable, CaseIterable {
    /// Style sheets, scripts, pictures, downloads. None of them links to pages.
    case asset
    /// A page about one thing.
    case page
    /// A page that lists pages. The home page is one of them.
    case index
    /// Feeds and the sitemap. Machines fetch them to find the rest.
    case feed

    public static func < (left: FileKind, right: FileKind) -> Bool { left.rawValue < right.rawValue }
}
