import Catalogue
import LaunchLibrary

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
        try await SiteLock.holding(site.path) { () async throws(Failure) in try await fetch(into: site, edge) }
    }

    private func fetch(into site: SiteFolder, _ edge: Edge) async throws(Failure) {
        var configuration = site.configuration
        if let mode { configuration.source.mode = mode }
        let earlier = try earlier(site, edge)
        let locations = from.isEmpty ? [configuration.source.url] : from
        let reading = try await SourceReading(locations: locations, configuration: configuration, expected: earlier.spacecraftCount).read(
            edge)
        for diagnostic in reading.diagnostics { edge.console.report(diagnostic) }
        let snapshot = Snapshot(reading)
        let changes = earlier.changes(to: snapshot.catalogue)
        try site.store(snapshot, changes)
        guard edge.console.verbosity != .quiet else { return }
        let counts =
            Self.count(snapshot.catalogue.spacecraft.count, "spacecraft", "spacecraft") + ", "
            + Self.count(snapshot.catalogue.configurations.count, "configuration", "configurations")
        let outcome = if case .damaged = earlier { "made anew" } else { Self.words(changes) }
        try edge.console.print("\(site.snapshotPath): \(counts); \(outcome)")
    }

    private enum Earlier {
        case none
        case snapshot(Snapshot)
        case damaged

        var spacecraftCount: Int? {
            if case .snapshot(let snapshot) = self { snapshot.catalogue.spacecraft.count } else { nil }
        }

        /// Of a damaged snapshot nobody can say what it held, so nothing is claimed of it.
        func changes(to catalogue: Catalogue) -> [Change] {
            switch self {
            case .none: catalogue.changes(since: nil)
            case .snapshot(let snapshot): catalogue.changes(since: snapshot.catalogue)
            case .damaged: []
            }
        }
    }

    /// A damaged snapshot is what a fetch mends: it is a warning here.
    private func earlier(_ site: SiteFolder, _ edge: Edge) throws(Failure) -> Earlier {
        guard let bytes = try site.snapshotBytes() else { return .none }
        do {
            return .snapshot(try Snapshot(decoding: bytes, path: site.snapshotPath))
        } catch {
            if let first = error.problems.first {
                let remedy = "The snapshot is made anew, and the history does not say what changed."
                edge.console.report(Diagnostic(.warning, at: first.place, first.what, remedy: remedy))
            }
            return .damaged
        }
    }

    private static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
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
