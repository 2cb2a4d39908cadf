import Catalogue
import LaunchLibrary
import Publishing
import SiteGenerator

/// `hangar build`: from the snapshot, or from locations, to the files of the site.
public struct BuildCommand: Sendable {
    public var site: String?
    public var from: [String] = []
    /// The folder that the site is published to.
    public var output = "public"
    /// In place of the configuration's.
    public var baseURL: String?
    /// Publishes into a folder that holds files of others.
    public var force = false
    /// Reports as one JSON object.
    public var reportsJSON = false

    public init() {}

    /// - Throws: a ``Failure``; the published site is then as it was.
    public func run(_ edge: Edge) async throws(Failure) {
        let start = edge.uptime()
        var site = try SiteFolder(self.site, files: edge.files)
        if let baseURL { site = try site.serving(at: baseURL) }
        let (snapshot, sourceWarnings) = try await source(site, edge)
        let (history, historyWarnings) = try site.history()
        for warning in sourceWarnings + historyWarnings { edge.console.report(warning) }
        let input = SiteInput(
            catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: snapshot.source, history: history,
            settings: SiteSettings(site.configuration), theme: try site.theme(), about: try site.about())
        let generator: SiteGenerator
        do { generator = try SiteGenerator(input) } catch { throw Failure(error) }
        let options = PublishOptions(method: .init(site.configuration.publish.method), force: force)
        let report = try Production(generator: generator, output: output, options: options).run()
        let summary = BuildSummary(
            output: output, report: report, pages: generator.files.count(where: \.isPage), seconds: edge.uptime() - start,
            skipped: generator.skipped, warnings: sourceWarnings + historyWarnings)
        summary.print(to: edge.console, asJSON: reportsJSON)
    }

    private func source(_ site: SiteFolder, _ edge: Edge) async throws(Failure) -> (Snapshot, [Diagnostic]) {
        guard from.isEmpty else {
            let reading = try await SourceReading(locations: from, configuration: site.configuration).read(edge)
            return (Snapshot(reading), reading.diagnostics)
        }
        guard let snapshot = try site.snapshot() else {
            throw Failure(
                .noInput, at: site.snapshotPath, "there is no snapshot yet",
                remedy: "Run 'hangar fetch' first, or name a source with --from.")
        }
        return (snapshot, [])
    }
}
