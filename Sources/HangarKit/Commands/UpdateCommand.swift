import LaunchLibrary
import Synchronization
import TemplateEngine

/// `hangar update`: fetch, then build, for cron. Silent when nothing changed, one line when something did.
public struct UpdateCommand: Sendable {
    public var site: String?
    /// In place of the configuration's source.
    public var from: [String] = []
    /// In place of the configuration's mode.
    public var mode: SiteConfiguration.Source.Mode?
    public var patience = FetchPatience()
    /// The folder that the site is published to.
    public var output = "public"
    /// In place of the configuration's.
    public var baseURL: String?
    /// Publishes into a folder that holds files of others.
    public var force = false
    /// Reports as one JSON object, also when nothing changed.
    public var reportsJSON = false

    public init() {}

    /// - Throws: the ``Failure`` of the half that failed. After a failed fetch everything is as it was; after a failed build the published site
    ///   is, and the next run builds again whatever its fetch finds.
    public func run(_ edge: Edge) async throws(Failure) {
        var site = try SiteFolder(self.site, files: edge.files)
        if let baseURL { site = try site.serving(at: baseURL) }
        let held = HeldWarnings(edge.console)
        var quiet = edge
        quiet.console = held.console
        let (fetch, build): (FetchSummary, BuildSummary)
        do throws(Failure) {
            (fetch, build) = try await SiteLock.holding(site, now: edge.fetchClock.now()) { [site, quiet] () async throws(Failure) in
                try await work(site, quiet)
            }
        } catch {
            held.release()
            throw error
        }
        let isNews = fetch.isNews || build.isNews(afterNewSnapshot: fetch.isStored)
        if isNews || reportsJSON { held.release() }
        if reportsJSON {
            try edge.console.writeOutput(TemplateValue.object(["fetch": fetch.json, "build": build.json]).json(pretty: true))
        } else if edge.console.verbosity == .verbose {
            try edge.console.print(fetch.line)
            try build.print(to: edge.console)
        } else if isNews, edge.console.verbosity != .quiet {
            try edge.console.print(
                "\(build.output): "
                    + [fetch.changesByName, fetch.pictures?.words, build.filesInWords].compactMap(\.self).joined(separator: "; "))
        }
    }

    private func work(_ site: SiteFolder, _ edge: Edge) async throws(Failure) -> (FetchSummary, BuildSummary) {
        let fetch = try await SiteFetch(site: site, from: from, mode: mode, patience: patience).run(edge)
        // What is built is what a build of its own would find on the disk.
        let build = try await SiteBuild(site: site, output: output, force: force).run(start: edge.uptime(), edge)
        return (fetch, build)
    }
}

/// Keeps warnings back until it is known whether there is anything to tell: what is wrong with the source's records is wrong in every run, and
/// cron would send it by mail each time.
private final class HeldWarnings: Sendable {
    private let outer: Console
    private let lines = Mutex<[String]>([])

    init(_ console: Console) { outer = console }

    /// Who asked for every step sees it when it happens.
    var console: Console {
        guard outer.verbosity != .verbose else { return outer }
        var console = outer
        console.writeDiagnostic = { line in self.lines.withLock { $0.append(line) } }
        return console
    }

    func release() {
        for line in lines.withLock({ $0 }) { outer.writeDiagnostic(line) }
    }
}
