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
        let summary = try await SiteBuild(site: site, from: from, output: output, force: force).run(start: start, edge)
        if reportsJSON {
            try edge.console.writeOutput(summary.json.json(pretty: true))
        } else {
            try summary.print(to: edge.console)
        }
    }
}
