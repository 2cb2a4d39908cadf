import LaunchLibrary

/// `hangar fetch`: from the API, or from saved copies, to the site's snapshot, history and pictures.
public struct FetchCommand: Sendable {
    public var site: String?
    /// In place of the configuration's source.
    public var from: [String] = []
    /// In place of the configuration's mode.
    public var mode: SiteConfiguration.Source.Mode?
    public var patience = FetchPatience()
    /// Reports as one JSON object.
    public var reportsJSON = false

    public init() {}

    /// - Throws: a ``Failure``; snapshot and history are then as they were.
    public func run(_ edge: Edge) async throws(Failure) {
        let site = try SiteFolder(self.site, files: edge.files)
        let summary = try await SiteLock.holding(site, now: edge.fetchClock.now()) { () async throws(Failure) in
            try await SiteFetch(site: site, from: from, mode: mode, patience: patience).run(edge)
        }
        if reportsJSON {
            try edge.console.writeOutput(summary.json.json(pretty: true))
        } else if edge.console.verbosity != .quiet {
            try edge.console.print(summary.line)
        }
    }
}
