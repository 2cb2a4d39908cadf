import Publishing
import Support

/// Reads one file of the site by the rules of its type.
struct FileScanner {
    let site: SiteFiles
    let base: BaseURL?
    let buffers: BufferPool
    let policies = PolicyPool()

    func scan(_ file: Int) -> FileFacts {
        let path = site.paths[file]
        do throws(Errno) {
            guard let opened = try site.root.openPath(path) else { return missing(file, path) }
            if let precompressed = try PrecompressedScanner(site: site, buffers: buffers).scan(file, path, opened) { return precompressed }
            guard FileScanner.isRead(path) else {
                var facts = FileFacts(file: file)
                facts.bytes = opened.size
                return facts
            }
            return try buffers.withContents(opened) { scan(file, path, $0.bindMemory(to: UInt8.self)) }
        } catch {
            return unreadable(file, error)
        }
    }

    private static let types: Set<String> = ["html", "htm", "svg", "xml", "json", "css", "sqlite"]

    private static func isRead(_ path: String) -> Bool { types.contains(FilePath.fileExtension(of: path)) || path == "robots.txt" }

    private func scan(_ file: Int, _ path: String, _ bytes: ByteText) -> FileFacts {
        var collector = LinkCollector(bytes, file: file, site: site, base: base)
        let type = FilePath.fileExtension(of: path)
        if type == "xml" || type == "svg", let fault = XMLSyntax.firstFault(in: bytes) { collector.problem(fault) }
        return switch type {
        case "html", "htm": PageScanner.scan(collector, .html, policies)
        case "svg": PageScanner.scan(collector, .xml, policies)
        case "xml": FeedScanner.scan(collector)
        case "css": StyleSheetScanner.scan(collector)
        case "json" where path == StatusScanner.path: StatusScanner.scan(collector)
        case "json": JSONFileScanner.scan(collector, path)
        case "sqlite": SQLiteScanner.scan(collector)
        case "txt": RobotsScanner.scan(collector)
        default: collector.facts
        }
    }

    private func missing(_ file: Int, _ path: String) -> FileFacts {
        // A build is at work and has just removed the file.
        if site.unsettled.contains(path) { return FileFacts(file: file) }
        return problem(file, "is named in the manifest, but is not there", remedy: "Build the site again")
    }

    private func unreadable(_ file: Int, _ error: Errno) -> FileFacts {
        problem(file, "cannot be read: \(error.words)", remedy: error.remedy)
    }

    private func problem(_ file: Int, _ what: String, remedy: String) -> FileFacts {
        var facts = FileFacts(file: file)
        facts.problems.append(.init(file: site.paths[file], line: 1, column: 1, what: what, remedy: remedy))
        return facts
    }
}

/// What one file of the site says about itself. It is kept until all files are read.
struct FileFacts: Sendable {
    /// A link to a place in a file.
    struct FragmentReference: Sendable {
        let target: Int
        /// The text after `#`, in its written form.
        let fragment: [UInt8]
        /// The offset of the link in the file.
        let offset: Int
    }

    /// A file or an address that a style sheet loads.
    struct StyleLoad: Sendable {
        let address: [UInt8]
        let load: ContentPolicy.Load
        let offset: Int
    }

    /// Something that many pages may have from the same template.
    struct Warning: Sendable {
        var problem: CheckReport.Problem
        /// The tag at its place, as it is written.
        let source: String
        /// The line in which the tag begins.
        let line: String
        /// Warnings of the same key are one.
        let key: String
    }

    let file: Int
    var bytes = 0
    var isPage = false
    /// A page that no link needs to lead to: it redirects an old address, or asks search engines not to list it.
    var isUnlisted = false
    /// Hashes of the names that a fragment can mean, sorted. Nil for files that have no such names by nature.
    var anchors: [UInt64]?
    /// The site's files that it links to. Each occurs once.
    var targets: Set<Int32> = []
    var fragmentReferences: [FragmentReference] = []
    var links = 0
    var externalLinks = 0
    var problems: [CheckReport.Problem] = []
    var warnings: [Warning] = []
    /// What a style sheet loads.
    var loads: [StyleLoad] = []
    /// The site's style sheets that a page uses.
    var styleSheets: Set<Int32> = []
    /// The policies that a page carries. Empty when it uses no style sheet.
    var policies: [ContentPolicy] = []
    /// Its links to files that a build has yet to bring or has already removed. They are faults only if a visitor can run into them.
    var awaitedLinks: [CheckReport.Problem] = []

    init(file: Int) { self.file = file }
}

/// Reads the addresses that a style sheet loads.
private enum StyleSheetScanner {
    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        for found in StyleSheetAddress.all(in: collector.bytes) where found.use != .namespace {
            let address = collector.bytes.trimmed(found.address)
            // `url(#id)` means the page that uses the style sheet.
            guard let first = address.first, first != UInt8(ascii: "#") else { continue }
            collector.link(address, at: found.range.lowerBound, .any)
            collector.load(address, found.use.load, at: found.range.lowerBound)
        }
        return collector.facts
    }
}

extension ByteText {
    fileprivate func trimmed(_ address: [UInt8]) -> [UInt8] {
        address.withUnsafeBufferPointer { Array($0[$0.trimmed(0..<$0.count)]) }
    }
}

extension StyleSheetAddress.Use {
    fileprivate var load: ContentPolicy.Load {
        switch self {
        case .font: .font
        case .image, .namespace: .image
        case .styleSheet: .style
        }
    }
}

/// Compares a precompressed file (`index.html.gz`) with its source. A server sends either of them, so both must have the same content.
private struct PrecompressedScanner {
    let site: SiteFiles
    let buffers: BufferPool

    /// Nil when `path` has no source in the site, so that it is an independent file.
    func scan(_ file: Int, _ path: String, _ opened: OpenFile) throws(Errno) -> FileFacts? {
        guard let (encoding, source) = ContentEncoding.split(path), site.contains(source) else { return nil }
        var facts = FileFacts(file: file)
        facts.bytes = opened.size
        // The file and its source are moved one after the other, and each is whole.
        if site.unsettled.contains(path) { return facts }
        // A missing source is reported when the source is scanned.
        guard let openedSource = try site.root.openPath(source) else { return facts }
        let isFaithful = try buffers.withContents(opened) { encoded throws(Errno) in
            try buffers.withContents(openedSource) { bytes throws(Errno) in
                encoding.decodes(encoded, to: bytes, buffers: buffers)
            }
        }
        if !isFaithful {
            facts.problems.append(
                .init(
                    file: path, line: 1, column: 1, what: "is not '\(source)' compressed, and a server may send it instead",
                    remedy: "Build the site again"))
        }
        return facts
    }
}
