import Foundation
import LaunchLibrary
import Publishing
import Support

/// Keeps what is remembered of builds, a small file for each output folder.
struct BuildMemory {
    private let folder: String
    private let files: FileAccess

    /// More outputs than one user builds into; files of folders that are gone make room in the end.
    private static let limit = 100

    /// Nil where there is no folder to keep anything in.
    init?(_ environment: CommandEnvironment) {
        guard let cache = environment.cacheFolder else { return nil }
        folder = SiteFolder.join(cache, "builds")
        files = environment.files
    }

    /// The last build into an output, if it is remembered.
    func lastBuild(into output: String) -> LastBuild? {
        let path = path(of: output)
        guard files.kind(path) == .file else { return nil }
        do { return LastBuild(json: try files.contents(path)) } catch { return nil }
    }

    /// - Throws: a ``Failure`` where the folder cannot be written; what was remembered before is then still there.
    func keep(_ build: LastBuild, into output: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: output), with: build.json, durable: false) } catch { throw Failure(error) }
        forgetOldest()
    }

    /// By the output's real path, however it was given.
    private func path(of output: String) -> String {
        var hash = BLAKE2b()
        hash.add(URL(fileURLWithPath: output).resolvingSymlinksInPath().path)
        return SiteFolder.join(folder, hash.digest().hexadecimal + ".json")
    }

    /// What cannot be removed is tried again by a later build.
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
