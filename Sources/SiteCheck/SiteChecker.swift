import Publishing
import Support

/// Checks a finished site from the view of a visitor's browser and a static server. Every address leads somewhere, every fragment exists,
/// and every picture has its text and its credit. XML and JSON can be read, tags nest, and no page holds what its own policy blocks. Precompressed files have the content of their sources. The feeds and the sitemap name
/// only existing files.
///
/// Files that the manifest does not name belong to others and are not read, but links to them are fine. Without a manifest all files are
/// read.
///
/// If a build was interrupted or is at work, the same rules apply to every page that a visitor can find. Files of only one of the two sites
/// may then be missing. Pages that no page of both sites links to may link to those files.
public struct SiteChecker: Sendable {
    private let output: String
    private let base: BaseURL?

    /// - Parameters:
    ///   - output: the site's folder.
    ///   - baseURL: the future address of the site: `https://example.org/catalogue/`. If it is missing or has no scheme and host, the home
    ///     page's canonical address is used. Without that too, the feeds need not lead to this site.
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
        // New files are in place before anything links to them.
        var warnings = isUnfinished ? [] : OrphanCheck(site: site, facts: facts).warnings()
        warnings += WarningFold.fold(facts.map(\.warnings)) + StyleSheetCheck(site: site, base: base, facts: facts).warnings()
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
        Dictionary(grouping: facts) { FilePath.fileExtension(of: site.paths[$0.file]) }
            .compactMap { type, files in
                guard let largest = files.max(by: { ($0.bytes, $1.file) < ($1.bytes, $0.file) }) else { return nil }
                return CheckReport.Size(
                    type: type, files: files.count, bytes: files.reduce(0) { $0 + $1.bytes }, largest: site.paths[largest.file],
                    largestBytes: largest.bytes)
            }
            .sorted { ($1.bytes, $0.type) < ($0.bytes, $1.type) }
    }
}

/// Makes one warning of those that a template brought to many pages.
private enum WarningFold {
    /// - Parameter warnings: those of each file, in the order of the files.
    static func fold(_ warnings: [[FileFacts.Warning]]) -> [CheckReport.Problem] {
        var order: [String] = []
        var folded: [String: (first: FileFacts.Warning, pages: Int)] = [:]
        for page in warnings {
            var seen: Set<String> = []
            for warning in page where seen.insert(warning.key).inserted {
                if folded[warning.key] == nil { order.append(warning.key) }
                folded[warning.key, default: (warning, 0)].pages += 1
            }
        }
        return order.compactMap { key in
            folded[key].map { entry in
                var problem = entry.first.problem
                if entry.pages > 1 { problem.what += " (in \(entry.pages) pages)" }
                problem.source = entry.first.source
                problem.sourceLine = entry.first.line
                return problem
            }
        }
    }
}
