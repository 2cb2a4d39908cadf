import LaunchLibrary
import Publishing
import Support
import TemplateEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Stores the last build into each output folder, in one file per folder.
struct BuildCache {
    private let folder: String
    private let files: FileAccess

    /// One user builds into fewer outputs than this. The files for deleted folders are removed in the end.
    private static let limit = 100

    /// Nil if there is no folder for the cache.
    init?(_ environment: CommandEnvironment) {
        guard let cache = environment.cacheFolder else { return nil }
        folder = SiteFolder.join(cache, "builds")
        files = environment.files
    }

    /// The last build into an output, if the cache has it.
    func lastBuild(into output: String) -> CachedBuild? {
        let path = path(of: output)
        guard files.kind(path) == .file else { return nil }
        do { return CachedBuild(bytes: try files.contents(path)) } catch { return nil }
    }

    /// - Throws: a ``Failure`` when the folder cannot be written. The earlier content is then still there.
    func keep(_ build: CachedBuild, into output: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: output), with: build.bytes, durable: false, isPrivate: true) } catch { throw Failure(error) }
        forgetOldest()
    }

    /// The path for the real path of the output, however the output was given.
    private func path(of output: String) -> String {
        var hash = BLAKE2b()
        hash.add(URL(fileURLWithPath: output).resolvingSymlinksInPath().path)
        return SiteFolder.join(folder, hash.digest().hexadecimal + ".json")
    }

    /// Removes the oldest files. A later build tries again when a file cannot be removed.
    private func forgetOldest() {
        let manager = FileManager.default
        do {
            let paths = try files.names(folder).filter { $0.hasSuffix(".json") }.map { SiteFolder.join(folder, $0) }
            guard paths.count > Self.limit else { return }
            let dated = paths.map { ($0, FileState.of($0)?.changed ?? 0) }.sorted { $0.1 < $1.1 }
            for (path, _) in dated.prefix(paths.count - Self.limit) { try manager.removeItem(atPath: path) }
        } catch {
            return
        }
    }
}
