import Catalogue
import LaunchLibrary

/// Reads a catalogue from the locations of a command line: one API, or files and folders.
struct SourceReading {
    let locations: [String]
    let configuration: SiteConfiguration

    func read(_ edge: Edge) async throws(Failure) -> Reading {
        var read: [Location] = []
        for location in locations {
            do { read.append(try Location(location, fileKind: edge.files.kind)) } catch { throw Failure(error) }
        }
        if read.count == 1, case .api(let root) = read[0] { return try await fetch(root, edge) }
        do { return try LaunchLibraryReader(files: edge.files).read(read) } catch { throw Failure(error) }
    }

    private func fetch(_ root: String, _ edge: Edge) async throws(Failure) -> Reading {
        let key = configuration.source.apiKeyVariable.flatMap(edge.environmentVariable)
        let client = LaunchLibraryClient(root: root, transport: edge.transport, clock: edge.fetchClock, apiKey: key)
        let console = edge.console
        do {
            return try await client.fetch(mode: configuration.source.mode == .detailed ? .detailed : .normal) { progress in
                console.report(Diagnostic(.note, progress.words))
            }
        } catch {
            throw Failure(error)
        }
    }
}

extension Reading {
    /// What the operator should know of it: contradictions as warnings, the rest as notes.
    var diagnostics: [Diagnostic] {
        warnings.map { Diagnostic(.warning, $0.description) } + notes.map { Diagnostic(.note, $0.description) }
    }
}

extension FetchProgress {
    var words: String {
        switch self {
        case .page(let page, let count): "page \(page) of \(count)"
        case .waiting(let pause, let reason): "\(reason); waiting \(pause.components.seconds) s"
        case .restarting(let attempt, let count): "the list changed while it was read; reading it again (\(attempt) of \(count))"
        }
    }
}
