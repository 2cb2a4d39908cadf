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
        let (snapshot, sourceDiagnostics) = try await source(site, edge)
        let (history, historyWarnings) = try site.history()
        let diagnostics = sourceDiagnostics + historyWarnings + (try site.strays())
        for diagnostic in diagnostics { edge.console.report(diagnostic) }
        let generator = try site.generator(for: snapshot, history: history)
        let options = PublishOptions(method: .init(site.configuration.publish.method), force: force)
        let report = try Production(generator: generator, output: output, options: options).run()
        let summary = BuildSummary(
            output: output, report: report, pages: generator.files.count(where: \.isPage), seconds: edge.uptime() - start,
            skipped: generator.skipped, warnings: diagnostics.filter { $0.severity == .warning })
        try summary.print(to: edge.console, asJSON: reportsJSON)
    }

    private func source(_ site: SiteFolder, _ edge: Edge) async throws(Failure) -> (Snapshot, [Diagnostic]) {
        if from.isEmpty { return (try site.snapshot(), []) }
        let reading = try await SourceReading(locations: from, configuration: site.configuration).read(edge)
        return (Snapshot(reading), reading.diagnostics)
    }
}
