import Publishing
import Support

/// Checks a finished site as a visitor's browser and a static server would see it: every address leads somewhere, every fragment exists,
/// every picture has its words and its credit, precompressed files say what their sources say, feeds and sitemap name what is there.
///
/// Files that the manifest does not name are others' and are not read, but links to them are fine. Without a manifest all files are read.
///
/// Where a build was interrupted, or is at work, the same is asked of every page that a visitor can come upon. What only one of the two
/// sites has may then be missing, and pages that no page of both links to may link to it.
public struct SiteChecker: Sendable {
    private let output: String
    private let base: BaseURL?

    /// - Parameters:
    ///   - output: the site's folder.
    ///   - baseURL: where the site will be: `https://example.org/catalogue/`. Without it, or when it has no
    ///     scheme and host, the home page's canonical address is taken; without that too, feeds are not held to this site.
    public init(output: String, baseURL: String? = nil) {
        self.output = output
        base = baseURL.flatMap(BaseURL.init)
    }

    /// - Throws: `.cannotRead` when there is no folder to check.
    public func check() throws(PublishError) -> CheckReport {
        let site = try SiteFiles(output: output)
        let buffers = BufferPool(size: 1 << 18)
        let base = self.base ?? BaseURL(ofHomePageIn: site)
        let scanner = FileScanner(site: site, base: base, buffers: buffers)
        let facts = Concurrently.array(count: site.paths.count, pieceSize: 64, scanner.scan)
        var problems = facts.flatMap(\.problems)
        problems += FragmentCheck(site: site, facts: facts).problems()
        let isUnfinished = !site.unsettled.isEmpty
        if isUnfinished { problems += UnfinishedCheck(site: site, facts: facts).problems() }
        // New files are there before anything links to them.
        let warnings = isUnfinished ? [] : OrphanCheck(site: site, facts: facts).warnings()
        return CheckReport(
            problems: problems.sorted(), warnings: warnings.sorted(), counts: SiteChecker.counts(facts),
            sizes: SiteChecker.sizes(site, facts), isUnfinished: isUnfinished)
    }

    private static func counts(_ facts: [FileFacts]) -> CheckReport.Counts {
        facts.reduce(into: CheckReport.Counts(files: facts.count)) { counts, file in
            counts.pages += file.isPage ? 1 : 0
            counts.links += file.links
            counts.externalLinks += file.externalLinks
            counts.bytes += file.bytes
        }
    }

    private static func sizes(_ site: SiteFiles, _ facts: [FileFacts]) -> [CheckReport.Size] {
        Dictionary(grouping: facts) { FilePath.type(of: site.paths[$0.file]) }
            .compactMap { type, files in
                guard let largest = files.max(by: { ($0.bytes, $1.file) < ($1.bytes, $0.file) }) else { return nil }
                return CheckReport.Size(
                    type: type, files: files.count, bytes: files.reduce(0) { $0 + $1.bytes }, largest: site.paths[largest.file],
                    largestBytes: largest.bytes)
            }
            .sorted { ($1.bytes, $0.type) < ($0.bytes, $1.type) }
    }
}
