/// What the end of a file's name says about its content. Everything that asks for it reads this one table.
package struct FileType: Sendable, Equatable {
    /// The media type (RFC 6838), with the charset of a text.
    package let mediaType: String
    /// Whether a compressed form beside the file is worth its making. Pictures, fonts and archives are compressed already.
    package let isCompressible: Bool

    package static let html = FileType(text: "text/html")
    package static let script = FileType(text: "text/javascript")
    package static let other = FileType("application/octet-stream")

    /// The type of a file, by the extension of its name in any case. It is ``other`` when the table does not have the extension.
    package static func of(_ path: String) -> FileType {
        byExtension[FilePath.fileExtension(of: path)] ?? other
    }

    private static let byExtension: [String: FileType] = [
        "html": html, "htm": html, "css": .init(text: "text/css"), "js": script, "mjs": script, "txt": .init(text: "text/plain"),
        "md": .init("text/markdown; charset=utf-8"), "csv": .init(text: "text/csv"),
        "json": .init("application/json", isCompressible: true),
        "xml": .init("application/xml", isCompressible: true), "svg": .init("image/svg+xml", isCompressible: true),
        "map": .init("application/json"), "webmanifest": .init("application/manifest+json"), "png": .init("image/png"),
        "jpg": .init("image/jpeg"), "jpeg": .init("image/jpeg"), "webp": .init("image/webp"), "gif": .init("image/gif"),
        "avif": .init("image/avif"), "ico": .init("image/x-icon"), "woff2": .init("font/woff2"), "pdf": .init("application/pdf"),
        "sqlite": .init("application/vnd.sqlite3"), "db": .init("application/vnd.sqlite3"), "gz": .init("application/gzip"),
        "zip": .init("application/zip"),
    ]

    private init(_ mediaType: String, isCompressible: Bool = false) {
        self.mediaType = mediaType
        self.isCompressible = isCompressible
    }

    private init(text mediaType: String) {
        self.init("\(mediaType); charset=utf-8", isCompressible: true)
    }
}

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
    /// What says how fresh the site is. It changes too often and is too small to be worth precompressed files.
    case status

    public static func < (left: FileKind, right: FileKind) -> Bool { left.rawValue < right.rawValue }
}

/// Paths as text, with `/` between their segments.
package enum FilePath {
    /// The folder of a path, and the name in it. The folder is empty when there is none.
    package static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }

    package static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : "\(folder)/\(name)"
    }

    /// The extension of a file's name in lower case. Empty when there is none.
    package static func fileExtension(of path: String) -> String {
        let name = split(path).name
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
        return name[name.utf8.index(after: dot)...].lowercased()
    }
}
