import LaunchLibrary
import Publishing
import Support
import Synchronization

/// The source of the records of a build.
enum RecordSource {
    /// The bytes of the site's snapshot and their hash.
    case snapshot([UInt8], digest: [UInt8])
    /// The locations from the command line.
    case locations([String])

    /// - Throws: a ``Failure`` with status 66 when there is no snapshot yet.
    init(_ site: SiteFolder, from locations: [String]) throws(Failure) {
        guard locations.isEmpty else {
            self = .locations(locations)
            return
        }
        let bytes = try site.requiredSnapshotBytes()
        self = .snapshot(bytes, digest: BLAKE2b.digest(ofPiecesOf: bytes))
    }

    var locations: [String] {
        switch self {
        case .snapshot: []
        case .locations(let locations): locations
        }
    }

    struct Records {
        let snapshot: Snapshot
        /// The problems and notes from the reading.
        let diagnostics: [Diagnostic]
        /// A hash of the bytes that were read. It is nil for an API, because its bytes cannot be read again.
        let digest: [UInt8]?
    }

    /// - Parameters:
    ///   - site: the site whose records they are.
    ///   - askAnyway: whether an API is asked that wants no request yet.
    ///   - environment: the environment of the command.
    func read(_ site: SiteFolder, askAnyway: Bool, in environment: CommandEnvironment) async throws(Failure) -> Records {
        switch self {
        case .snapshot(let bytes, let digest):
            return Records(snapshot: try site.snapshot(decoding: bytes), diagnostics: [], digest: digest)
        case .locations(let locations):
            let files = HashedFiles(environment.files)
            let source = SourceReading(locations: locations, configuration: site.configuration)
            let reading = try await site.asking(source, for: nil, isAnyway: askAnyway, in: environment) { () async throws(Failure) in
                var hashing = environment
                hashing.files = files.access
                return try await source.read(in: hashing)
            }
            return Records(
                snapshot: Snapshot(reading), diagnostics: reading.diagnostics(isVerbose: environment.console.verbosity == .verbose),
                digest: saved(environment.files) == nil ? nil : files.digest)
        }
    }

    /// The hash that a reading would give. The records are not read. It is nil for an API, or if the files cannot be read.
    func digest(_ files: FileAccess) -> [UInt8]? {
        switch self {
        case .snapshot(_, let digest):
            return digest
        case .locations:
            guard let saved = saved(files) else { return nil }
            let hashed = HashedFiles(files)
            let access = hashed.access
            do {
                for path in try SavedCopyReader(files: files).paths(of: saved) { _ = try access.contents(path) }
            } catch {
                // The reading itself reports the reason.
                return nil
            }
            return hashed.digest
        }
    }

    /// The locations, if all of them are files and folders.
    private func saved(_ files: FileAccess) -> [Location]? {
        var saved: [Location] = []
        for location in locations {
            do { saved.append(try Location(location, fileKind: files.kind)) } catch { return nil }
            if case .api = saved.last { return nil }
        }
        return saved
    }
}

/// Reads files and keeps a hash of all their bytes, in the order of reading.
private final class HashedFiles: Sendable {
    private let files: FileAccess
    private let hash = Mutex(BLAKE2b())

    init(_ files: FileAccess) { self.files = files }

    var access: FileAccess {
        var access = files
        access.contents = { (path) throws(InputError) in
            let bytes = try self.files.contents(path)
            self.hash.withLock { $0.add(bytes) }
            return bytes
        }
        return access
    }

    var digest: [UInt8] { hash.withLock { $0.digest() } }
}
