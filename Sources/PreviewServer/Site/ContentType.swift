/// The type of a file by the end of its name.
enum ContentType {
    static func type(ofFile name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }

    static let html = "text/html; charset=utf-8"
    static let script = "text/javascript; charset=utf-8"

    private static let types = [
        "html": html, "css": "text/css; charset=utf-8", "js": script, "mjs": script, "txt": "text/plain; charset=utf-8",
        "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json", "map": "application/json",
        "webmanifest": "application/manifest+json", "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif", "ico": "image/x-icon", "woff2": "font/woff2",
        "pdf": "application/pdf", "sqlite": "application/vnd.sqlite3", "db": "application/vnd.sqlite3", "gz": "application/gzip",
        "zip": "application/zip",
    ]
}
