import Catalogue
import LaunchLibrary

/// Reads a catalogue from the locations of a command line: one API, or files and folders.
struct SourceReading {
    let locations: [String]
    let configuration: SiteConfiguration
    /// The number of craft at the last fetch, if it is known.
    var expected: Int?
    /// The time in seconds for the whole reading.
    var deadline = FetchOptions.standardDeadline

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
        do { return try SavedCopyReader(files: environment.files).read(read) } catch { throw Failure(error) }
    }

    private func fetch(_ root: String, _ environment: CommandEnvironment) async throws(Failure) -> SourceCatalogue {
        let key = configuration.source.apiKeyVariable.flatMap(environment.variable)
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
                mode: configuration.source.mode, expecting: expected
            ) { status.show($0) }
        } catch {
            throw Failure(error)
        }
    }
}

extension SourceCatalogue {
    /// The messages about the reading for the operator: contradictions as warnings, the rest as notes.
    var diagnostics: [Diagnostic] {
        warnings.map { Diagnostic(.warning, $0.description) } + notes.map { Diagnostic(.note, $0.description) }
    }
}
