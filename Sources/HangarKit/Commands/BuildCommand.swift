import LaunchLibrary

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
        let summary = try SiteBuild(site: site, output: output, force: force).run(
            snapshot, start: start, sourceDiagnostics: sourceDiagnostics, edge)
        if reportsJSON {
            try edge.console.writeOutput(summary.json.json(pretty: true))
        } else {
            try summary.print(to: edge.console)
        }
    }

    private func source(_ site: SiteFolder, _ edge: Edge) async throws(Failure) -> (Snapshot, [Diagnostic]) {
        if from.isEmpty { return (try site.snapshot(), []) }
        let reading = try await SourceReading(locations: from, configuration: site.configuration).read(edge)
        return (Snapshot(reading), reading.diagnostics)
    }
}
