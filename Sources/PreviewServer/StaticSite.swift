import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A finished site, served as a static web server would serve it. HTML pages contain the script that reloads them.
struct StaticSite: Sendable {
    let files: SiteFiles
    /// The number of the site, for its pages. Nil for a finished one.
    var build: @Sendable () -> String? = { nil }
    /// The parts of the site's path on its host: empty at a root, `["hangar"]` for `/hangar/`.
    let base: [String]

    init(folder: OutputFolder, basePath: String) { self.init(files: SiteFiles { folder.find($0) }, basePath: basePath) }

    init(files: SiteFiles, basePath: String) {
        self.files = files
        base = basePath.split(separator: "/").map { FormCoding.decoded($0, plusIsSpace: false) }
    }

    /// The path of the site's own address: `/hangar/`.
    var basePath: String { Self.path(of: base) }

    func answer(to request: ServerRequest) -> ServerResponse {
        guard request.method == "GET" || request.method == "HEAD" else {
            return .text(405, "Only GET and HEAD are answered here.", headers: ["Allow": "GET, HEAD"])
        }
        let path = request.path
        guard path.hasPrefix("/") else { return .text(400, "The path of a request begins with a slash.") }
        var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            FormCoding.decoded($0, plusIsSpace: false)
        }
        let hasTrailingSlash = parts.last == ""
        if hasTrailingSlash { parts.removeLast() }
        if parts.isEmpty, !base.isEmpty { return .redirect(302, to: basePath) }
        guard parts.starts(with: base) else { return notFound(request) }
        // A page is at least as new as the number that it gets.
        let build = build()
        let file = files.find(Array(parts.dropFirst(base.count)))
        switch (file, hasTrailingSlash) {
        case (.file(let bytes), false):
            return content(bytes, of: parts.last ?? "", status: 200, build, request)
        case (.folder, true):
            switch files.find(parts.dropFirst(base.count) + ["index.html"]) {
            case .file(let bytes): return content(bytes, of: "index.html", status: 200, build, request)
            case .fault(let fault): return content(LiveReload.page(for: fault), of: "index.html", status: 500, build, request)
            case .folder, .nothing: return notFound(request)
            }
        case (.folder, false):
            let query = request.query
            return .redirect(301, to: Self.path(of: parts) + (query.isEmpty ? "" : "?" + query))
        case (.fault(let fault), _): return content(LiveReload.page(for: fault), of: "index.html", status: 500, build, request)
        case (.file, true), (.nothing, _): return notFound(request)
        }
    }

    private func notFound(_ request: ServerRequest) -> ServerResponse {
        let build = build()
        // A language of the site has a page of its own in its folder.
        let first = request.path.dropFirst().split(separator: "/").map(String.init).dropFirst(base.count).first
        let pages = [first.map { [$0, "404.html"] }, ["404.html"]].compactMap(\.self).map(files.find)
        guard case .file(let page) = pages.first(where: { if case .file = $0 { true } else { false } }) else {
            return .text(404, "Not found.")
        }
        return content(page, of: "404.html", status: 404, build, request)
    }

    private func content(_ bytes: [UInt8], of name: String, status: Int, _ build: String?, _ request: ServerRequest) -> ServerResponse {
        let type = FileType.of(name)
        let body = type == .html ? LiveReload.injected(into: bytes, build: build) : bytes
        let tag = EntityTag(of: body)
        let isKnown = status == 200 && request.headers["if-none-match"].map(tag.matches) ?? false
        return ServerResponse(
            status: isKnown ? 304 : status,
            headers: [
                "Content-Type": type.mediaType, "ETag": tag.description, "Cache-Control": Self.caching(of: name, build),
                "X-Content-Type-Options": "nosniff",
            ],
            body: body)
    }

    /// The browser keeps a file but asks before it shows it, because the next build may have changed it. A page that waits for its style sheet
    /// is painted later, so one that has its content in its name is not asked for again while a site is worked on.
    private static func caching(of name: String, _ build: String?) -> String {
        build != nil && name.contains(/\.[0-9a-f]{10}\.css$/) ? "max-age=3600, immutable" : "no-cache"
    }

    private static func path(of parts: [String]) -> String {
        "/" + parts.map { FormCoding.encodedPathPart($0) + "/" }.joined()
    }
}

/// An identifier of a content. With it a browser asks whether its copy is still valid (RFC 9110, section 8.8.3). It consists of a 64-bit
/// hash and the length.
private struct EntityTag: CustomStringConvertible {
    let description: String

    init(of bytes: [UInt8]) {
        let hash = bytes.withUnsafeBytes { XXHash64.hash($0) }
        description = "\"\(String(hash, radix: 16))-\(bytes.count)\""
    }

    /// - Parameter condition: the value of If-None-Match: a list of tags, or `*`.
    func matches(_ condition: String) -> Bool {
        condition.split(separator: ",").contains { candidate in
            let tag = candidate.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
            return tag == "*" || tag == description || tag == "W/" + description
        }
    }
}

/// The files of an output folder. Nothing outside it is served: neither a path that leads up nor a link can reach it.
struct OutputFolder: Sendable {
    let path: String

    typealias Found = SiteFiles.Found

    /// - Parameter parts: the names in the path, as they are on the disk.
    func find(_ parts: [String]) -> Found {
        guard parts.allSatisfy(Self.isName), let root = Self.realPath(path),
            let place = Self.realPath(([root] + parts).joined(separator: "/")),
            place == root || place.hasPrefix(root == "/" ? "/" : root + "/")
        else { return .nothing }
        switch FileAccess.disk.kind(place) {
        case .folder?: return .folder
        case .file?: break
        case .other?, .barred?, nil: return .nothing
        }
        do {
            return .file(try FileAccess.disk.contents(place))
        } catch {
            // A file that cannot be read is not published either.
            return .nothing
        }
    }

    /// A text that changes when the file changes.
    func stamp(of name: String) -> String {
        var status = stat()
        guard stat("\(path)/\(name)", &status) == 0 else { return "none" }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return "\(time.tv_sec).\(time.tv_nsec).\(status.st_ino).\(status.st_size)"
    }

    private static func isName(_ part: String) -> Bool {
        !part.isEmpty && part != "." && part != ".." && !part.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
