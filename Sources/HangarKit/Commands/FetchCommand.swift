import Catalogue
import LaunchLibrary
import Publishing

/// `hangar fetch`: from the API, or from saved copies, to the site's snapshot and history.
public struct FetchCommand: Sendable {
    public var site: String?
    /// In place of the configuration's source.
    public var from: [String] = []
    /// In place of the configuration's mode.
    public var mode: SiteConfiguration.Source.Mode?

    public init() {}

    /// - Throws: a ``Failure``; snapshot and history are then as they were.
    public func run(_ edge: Edge) async throws(Failure) {
        let site = try SiteFolder(self.site, files: edge.files)
        var configuration = site.configuration
        if let mode { configuration.source.mode = mode }
        let locations = from.isEmpty ? [configuration.source.url] : from
        let reading = try await SourceReading(locations: locations, configuration: configuration).read(edge)
        for diagnostic in reading.diagnostics { edge.console.report(diagnostic) }
        let snapshot = Snapshot(reading)
        let earlier = try site.snapshot()
        let changes = snapshot.catalogue.changes(since: earlier?.catalogue)
        try store(snapshot, changes, in: site)
        guard edge.console.verbosity != .quiet else { return }
        let craft = snapshot.catalogue.spacecraft.count
        edge.console.print(
            "\(site.snapshotPath): \(craft) spacecraft, \(snapshot.catalogue.configurations.count) configurations; \(Self.words(changes))")
    }

    /// The history goes first: killed in between, the next run finds the old snapshot, sees the same changes and adds none twice.
    private func store(_ snapshot: Snapshot, _ changes: [Change], in site: SiteFolder) throws(Failure) {
        let entries = changes.map { DatedChange(date: snapshot.dataDate.timestamp, change: $0) }
        let known = try site.historyBytes()
        let log = HistoryLog.decode(known, path: site.historyPath).log
        let new = HistoryLog(entries.filter { !log.entries.suffix(entries.count).contains($0) })
        do {
            if !new.entries.isEmpty { try AtomicFile.replace(site.historyPath, with: new.appended(to: known)) }
            try AtomicFile.replace(site.snapshotPath, with: snapshot.encoded())
        } catch {
            throw Failure(error)
        }
    }

    private static func words(_ changes: [Change]) -> String {
        guard !changes.isEmpty else { return "nothing changed" }
        var counts = (added: 0, changed: 0, gone: 0)
        for change in changes {
            switch change.event {
            case .appeared: counts.added += 1
            case .changed: counts.changed += 1
            case .went: counts.gone += 1
            }
        }
        return [(counts.added, "added"), (counts.changed, "changed"), (counts.gone, "gone")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
