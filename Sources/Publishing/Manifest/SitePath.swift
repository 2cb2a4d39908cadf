/// The rules for a file's address inside the site, as used on disk and in the manifest: `spacecraft/126-soyuz-tm-4/index.html`.
package enum SitePath {
    /// The names at the top of the output folder that are reserved for publishing.
    static let manifest = ".hangar-manifest"
    package static let innerStaging = ".hangar-staging"
    /// The home page.
    static let home = "index.html"

    /// The reason why `path` may not be published. Nil when it may.
    static func problem(with path: String) -> String? {
        if path.isEmpty { return "an empty path" }
        var segmentLength = 0
        var dots = 0
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                if let problem = problem(segmentLength: segmentLength, dots: dots) { return problem }
                segmentLength = 0
                dots = 0
                continue
            case 0..<0x20, 0x7F:
                // The manifest has one path a line, and servers do not serve such a name well.
                return "a control character in the path"
            case UInt8(ascii: "."):
                dots += 1
            default:
                break
            }
            segmentLength += 1
        }
        if let problem = problem(segmentLength: segmentLength, dots: dots) { return problem }
        guard path.utf8.first == UInt8(ascii: ".") else { return nil }
        let first = path.prefix { $0 != "/" }
        if first == manifest || first == innerStaging { return "a name that is kept for publishing" }
        return nil
    }

    private static func problem(segmentLength: Int, dots: Int) -> String? {
        if segmentLength == 0 { return "an absolute path, or an empty segment in it" }
        if segmentLength == dots, dots <= 2 { return "a segment '.' or '..' in the path" }
        if segmentLength > 255 { return "a segment of more than 255 bytes" }
        return nil
    }
}
