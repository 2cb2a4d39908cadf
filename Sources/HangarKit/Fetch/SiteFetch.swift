import Catalogue
import LaunchLibrary
import SiteGenerator

/// The work of a fetch while it holds the lock of the site. It reads the source, stores the records and copies pictures.
struct SiteFetch {
    let site: SiteFolder
    var options: FetchOptions

    /// Reports warnings and notes immediately. A failure of the API is noted for `hangar status` and for the next fetch, which keeps a pause that the
    /// API asked for; a saved copy says nothing of the source's present state.
    func run(in environment: CommandEnvironment) async throws(Failure) -> FetchSummary {
        let source = SourceReading(locations: locations, configuration: configuration)
        return try await site.asking(source, for: .fetch, isAnyway: options.askAnyway, in: environment) { () async throws(Failure) in
            let (locations, environment) = try StandardInput.resolving(options.locations, in: environment)
            var fetch = self
            fetch.options.locations = locations
            return try await fetch.fetch(in: environment)
        }
    }

    private func fetch(in environment: CommandEnvironment) async throws(Failure) -> FetchSummary {
        let deadline = Timestamp(secondsSince1970: environment.fetchClock.now().secondsSince1970 + options.deadline)
        var warnings: [Diagnostic] = []
        func report(_ diagnostic: Diagnostic) {
            if diagnostic.severity == .warning { warnings.append(diagnostic) }
            environment.console.report(diagnostic)
        }
        site.removeUnfinishedFiles()
        let earlier = try EarlierSnapshot(site, report: report)
        let history = try site.storedHistory()
        let (snapshot, readDate) = try await read(in: environment, earlier: try earlierForms(earlier.snapshot), history, report: report)
        if !options.acceptShrink { try earlier.refuseShrinking(to: snapshot.catalogue, source: locations.joined(separator: ", ")) }
        let changes = earlier.changes(to: snapshot.catalogue)
        let isStored = try site.store(snapshot, after: earlier.stored, changes, after: history)
        try site.noteCheck(at: readDate.fetchTime)
        if let warning = site.configuration.images.uselessCopying(at: site.configurationPath) { report(warning) }
        let pictures = try await copyPictures(of: snapshot.catalogue, deadline: deadline, in: environment)
        for diagnostic in pictures?.diagnostics ?? [] { report(diagnostic) }
        let isReplaced = if case .damaged = earlier { true } else { false }
        return FetchSummary(
            path: site.snapshotPath, snapshot: snapshot, changes: changes, isReplaced: isReplaced, isStored: isStored, pictures: pictures,
            warnings: warnings)
    }

    private var configuration: SiteConfiguration {
        var configuration = site.configuration
        if let mode = options.mode { configuration.source.mode = mode }
        return configuration
    }

    private var locations: [String] { options.locations.isEmpty ? [site.configuration.source.url] : options.locations }

    /// The earlier snapshot with the date at which its records were last seen to be right.
    private func earlierForms(_ snapshot: Snapshot?) throws(Failure) -> Snapshot? {
        guard var snapshot else { return nil }
        if let time = LastCheck.time(try site.checkBytes(), dataDate: snapshot.dataDate) { snapshot.dataDate = .fetched(time) }
        return snapshot
    }

    /// - Returns: the records, and the date that their source gives them.
    private func read(
        in environment: CommandEnvironment, earlier: Snapshot?, _ history: StoredHistory, report: (Diagnostic) -> Void
    ) async throws(Failure) -> (Snapshot, readDate: DataDate) {
        let source = SourceReading(locations: locations, configuration: configuration, earlier: earlier, deadline: options.deadline)
        if source.isAPI, let warning = configuration.source.missingKey(environment, at: site.configurationPath) { report(warning) }
        let reading = try await source.read(in: environment)
        for diagnostic in reading.diagnostics(isVerbose: environment.console.verbosity == .verbose) { report(diagnostic) }
        var snapshot = Snapshot(reading)
        if let last = history.lastDate, let date = snapshot.dataDate.timestamp, date < last {
            report(
                Diagnostic(
                    .warning, at: site.historyPath, "the records are of \(date.rfc3339), and the last entry is of \(last.rfc3339)",
                    remedy: source.isAPI
                        ? "The date of that entry stands. Check the clock of this machine." : "Changes get the date of that entry."))
            // The records came after the last entry, whatever the clock says. A saved copy may really be older.
            if source.isAPI { snapshot.dataDate = .notBefore(last) }
        }
        return (snapshot, reading.asOf)
    }

    /// Nil if the configuration does not allow copies of pictures.
    private func copyPictures(of catalogue: Catalogue, deadline: Timestamp, in environment: CommandEnvironment) async throws(Failure)
        -> PictureReport?
    {
        guard site.configuration.images.delivery == .copy else { return nil }
        defer { environment.console.clearStatus() }
        let (store, rules, clock, console) = (site.pictureStore, site.configuration.images, environment.fetchClock, environment.console)
        var report = try await PictureDownload(
            store: store, transport: environment.transport, clock: clock, rules: rules, deadline: deadline
        ).run(catalogue) { done, count in console.show("pictures \(done) of \(count)") }
        report.sizes = try PictureSizing(store: store, rules: rules, path: environment.variable("PATH"), clock: clock, deadline: deadline)
            .run(catalogue) { done, count in console.show("sizes of pictures \(done) of \(count)") }
        return report
    }
}

extension SiteConfiguration.Source {
    /// A warning for a key that the configuration names and the environment does not have.
    fileprivate func missingKey(_ environment: CommandEnvironment, at place: String) -> Diagnostic? {
        guard let name = apiKeyVariable, (environment.variable(name) ?? "").isEmpty else { return nil }
        return Diagnostic(
            .warning, at: place, "source › api_key_variable: \(name) is not set, so the API is asked without a key",
            remedy: "Set it in the environment of this command, or remove the line to ask without a key.")
    }
}

extension ImageRules {
    /// A warning for a configuration that asks for copies but allows none.
    fileprivate func uselessCopying(at place: String) -> Diagnostic? {
        guard delivery == .copy, !treatments.values.contains(.copy) else { return nil }
        return Diagnostic(
            .warning, at: place, "images › delivery is \"copy\", and no class of licences is",
            remedy: "Write \"copy\" for each class under images › licences that may be copied.")
    }
}

/// The snapshot of a site before a fetch.
private enum EarlierSnapshot {
    case none
    case snapshot(Snapshot, bytes: [UInt8])
    case damaged

    /// A damaged snapshot is only a warning, because the fetch replaces it.
    init(_ site: SiteFolder, report: (Diagnostic) -> Void) throws(Failure) {
        guard let bytes = try site.snapshotBytes() else {
            self = .none
            return
        }
        do {
            self = .snapshot(try Snapshot(decoding: bytes, path: site.snapshotPath), bytes: bytes)
        } catch {
            if let first = error.problems.first {
                let remedy = "The snapshot is made anew, and the history does not say what changed."
                report(Diagnostic(.warning, at: first.place, first.what, remedy: remedy))
            }
            self = .damaged
        }
    }

    /// Nil when there is none that can be read.
    var stored: (snapshot: Snapshot, bytes: [UInt8])? {
        if case .snapshot(let snapshot, let bytes) = self { (snapshot, bytes) } else { nil }
    }

    var snapshot: Snapshot? { stored?.snapshot }

    /// The changes are empty for a damaged snapshot, because its contents are not known.
    func changes(to catalogue: Catalogue) -> [Change] {
        switch self {
        case .none: catalogue.changes(since: nil)
        case .snapshot(let snapshot, _): catalogue.changes(since: snapshot.catalogue)
        case .damaged: []
        }
    }

    /// Refuses a catalogue that has lost many craft. Such a source is more often broken than right.
    ///
    /// - Throws: a ``Failure`` with status 65 when more than a tenth of the craft are missing.
    func refuseShrinking(to catalogue: Catalogue, source: String) throws(Failure) {
        let count = catalogue.spacecraft.count
        guard let earlier = snapshot?.catalogue.spacecraft.count, (earlier - count) * 10 > earlier else { return }
        throw Failure(
            .badData, at: source, "there are \(count) spacecraft, and last time there were \(earlier): more than a tenth is gone",
            remedy: "Check the source; if it is right, run this once more with --accept-shrink.")
    }
}
