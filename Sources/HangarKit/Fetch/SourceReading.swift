import Catalogue
import LaunchLibrary

/// Reads a catalogue from the locations of a command line: one API, or files and folders.
struct SourceReading {
    let locations: [String]
    let configuration: SiteConfiguration
    /// The snapshot of the last fetch. Entities whose records cannot be used keep their form in it.
    var earlier: Snapshot?
    /// The time in seconds for the whole reading.
    var deadline = FetchOptions.standardDeadline

    /// Whether the records come from an API and not from saved copies.
    var isAPI: Bool {
        guard locations.count == 1, let start = locations.first?.prefix(8).lowercased() else { return false }
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// - Throws: a ``Failure`` with status 65 for unusable data, 66 for a missing location, 69 or 75 for an API that does not answer.
    func read(in environment: CommandEnvironment) async throws(Failure) -> SourceCatalogue {
        let reading = try await readAll(environment)
        guard !reading.catalogue.spacecraft.isEmpty else {
            throw Failure(
                .badData, at: locations.joined(separator: ", "), "there is no spacecraft in it",
                remedy: "Check that this is the catalogue that is meant.")
        }
        return reading
    }

    private func readAll(_ environment: CommandEnvironment) async throws(Failure) -> SourceCatalogue {
        var read: [Location] = []
        for location in locations {
            do { read.append(try Location(location, fileKind: environment.files.kind)) } catch { throw Failure(error) }
        }
        if read.count == 1, case .api(let root) = read[0] { return try await fetch(root, environment) }
        do { return try SavedCopyReader(files: environment.files).read(read, earlier: earlier) } catch { throw Failure(error) }
    }

    /// Nil without a key. It may be empty, which is as good as none.
    func apiKey(_ environment: CommandEnvironment) -> String? { configuration.source.apiKeyVariable.flatMap(environment.variable) }

    private func fetch(_ root: String, _ environment: CommandEnvironment) async throws(Failure) -> SourceCatalogue {
        let key = apiKey(environment)
        environment.console.report(
            Diagnostic(.note, at: root, key?.isEmpty == false ? "asked with an API key" : "asked without an API key"))
        var limits = FetchLimits.standard
        limits.deadline = .seconds(deadline)
        let client = LaunchLibraryClient(
            root: root, transport: environment.transport, clock: environment.fetchClock, limits: limits, apiKey: key)
        let status = FetchStatus(environment)
        defer { environment.console.clearStatus() }
        do {
            return try await client.fetch(
                mode: configuration.source.mode, after: earlier
            ) { status.show($0) }
        } catch {
            throw Failure(error)
        }
    }
}

extension SourceCatalogue {
    /// The messages about the reading for the operator: records and values that could not be used and contradictions as warnings, the rest
    /// as notes.
    ///
    /// - Parameter isVerbose: whether each fault gets its own message. Otherwise each kind of fault gets one, and only the first kinds are
    ///   named.
    func diagnostics(isVerbose: Bool) -> [Diagnostic] {
        var warnings = unusable.map { $0.diagnostic(isVerbose: isVerbose) }
        if isVerbose {
            warnings += faults.map { Diagnostic(.warning, at: $0.place, $0.what, remedy: $0.consequence.asSentence) }
            warnings += self.warnings.map { Diagnostic(.warning, $0.description) }
        } else {
            warnings += faults.folded.map { Diagnostic(.warning, at: $0.place, $0.what, remedy: $0.remedy.asSentence) }
            warnings += self.warnings.folded.map { Diagnostic(.warning, $0) }
            warnings = warnings.limited(.warning)
        }
        return warnings + notes.map { Diagnostic(.note, $0.description) }
    }
}

extension UnusableRecords {
    /// `spacecraft: 3 of 603 records cannot be used. 2 keep their last form (126 of 2026-02-25, 127 of 2026-02-25), 1 is left out.`
    ///
    /// - Parameter isVerbose: whether all records are named, and not only the first.
    fileprivate func diagnostic(isVerbose: Bool) -> Diagnostic {
        let shown = isVerbose ? setAside[...] : setAside.prefix(3)
        let kept = shown.map { "\($0.entity.number)" + ($0.asOf.map { " of \($0.date.iso8601)" } ?? "") }.joined(separator: ", ")
        let leftOut = max(0, count - setAside.count)
        let remedy = [
            setAside.isEmpty
                ? nil
                : "\(setAside.count) \(setAside.count == 1 ? "keeps its" : "keep their") last form (\(kept)"
                    + (shown.count < setAside.count ? " …)" : ")"),
            leftOut == 0 ? nil : "\(leftOut) \(leftOut == 1 ? "is" : "are") left out",
        ].compactMap(\.self).joined(separator: ", ")
        return Diagnostic(
            .warning, at: kind?.plural ?? "records of no known kind", "\(count) of \(total) records cannot be used",
            remedy: remedy.asSentence)
    }
}

/// Shows the progress of a fetch, as notes or as a line of progress with the remaining time.
private struct FetchStatus: Sendable {
    private let environment: CommandEnvironment
    private let start: Double

    init(_ environment: CommandEnvironment) {
        self.environment = environment
        start = environment.console.showsStatus ? environment.uptime() : 0
    }

    func show(_ progress: FetchProgress) {
        environment.console.report(Diagnostic(.note, progress.words))
        if environment.console.showsStatus { environment.console.show(progress.words + timeLeft(progress)) }
    }

    /// The remaining time, estimated from the time for the pages so far. A message about a pause gives its own length.
    private func timeLeft(_ progress: FetchProgress) -> String {
        guard case .page(let page, let count) = progress, page > 0, page < count else { return "" }
        let perPage = (environment.uptime() - start) / Double(page)
        return ", \(Int((perPage * Double(count - page)).rounded(.up))) s left"
    }
}

extension FetchProgress {
    var words: String {
        switch self {
        case .page(let page, let count): "page \(page) of \(count)"
        case .waiting(let pause, let reason): "\(reason); waiting \(pause.components.seconds) s"
        case .restarting(let attempt, let count, let sign):
            "the list changed while it was read (\(sign)); reading it again (\(attempt) of \(count))"
        }
    }
}
