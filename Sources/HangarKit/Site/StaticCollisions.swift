import Publishing
import SiteGenerator
import Support

/// The static files that cannot be published because the site has something else in their place.
struct StaticCollisions {
    private let statics: [String: StaticFiles.File]
    /// A static file in each folder that they need.
    private let folders: [String: StaticFiles.File]
    private let compression: SiteConfiguration.Publish.Compress

    init(_ statics: StaticFiles, _ compression: SiteConfiguration.Publish.Compress) {
        self.statics = Dictionary(statics.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        folders = Dictionary(
            statics.files.flatMap { file in Self.folders(of: file.path).map { ($0, file) } }, uniquingKeysWith: { first, _ in first })
        self.compression = compression
    }

    /// - Parameters:
    ///   - files: the files that the generator makes.
    ///   - copies: the paths of the copies of pictures.
    /// - Throws: a ``Failure`` with status 65 that names every collision.
    func refuse(_ files: [SiteFile], copies: [String]) throws(Failure) {
        guard !statics.isEmpty else { return }
        var found: [String: Diagnostic] = [:]
        for file in files { note(file.path, template: file.template, in: &found) }
        for path in copies { note(path, template: nil, in: &found) }
        for (path, file) in statics {
            if let problem = SitePath.problem(with: path) {
                found[path] = fault(file, "cannot be published: it is \(problem)", "Give it another name.")
            }
            notePrecompressed(path, in: &found)
        }
        guard found.isEmpty else { throw Failure(.badData, found.sorted { $0.key < $1.key }.map(\.value)) }
    }

    /// - Parameter template: the template that the file is made from, if there is one.
    private func note(_ path: String, template: String?, in found: inout [String: Diagnostic]) {
        notePrecompressed(path, in: &found)
        if let file = statics[path] {
            let made = template.map { ", made from Templates/\($0)" } ?? ""
            found[path] = fault(
                file, "the site has a file of its own at this address\(made)",
                "Rename it or remove it" + (template == nil ? "." : ", or say there what the address is to show."))
        }
        if let file = folders[path] {
            found[file.path] = fault(file, "its folder has the address of a file of the site, \(path)", "Rename the folder.")
        }
        for folder in Self.folders(of: path) {
            if found[folder] == nil, let file = statics[folder] {
                found[folder] = fault(file, "the site has a folder of this name, as for \(path)", "Rename the file.")
            }
        }
    }

    private func notePrecompressed(_ path: String, in found: inout [String: Diagnostic]) {
        for (key, level, suffix) in [("gzip", compression.gzip, ".gz"), ("brotli", compression.brotli, ".br")] where level != nil {
            guard let file = statics[path + suffix] else { continue }
            found[file.path] = fault(
                file, "the build compresses \(path) by itself, as publish.compress.\(key) says", "Remove it, or leave that key out.")
        }
    }

    private func fault(_ file: StaticFiles.File, _ what: String, _ remedy: String) -> Diagnostic {
        Diagnostic(.error, at: file.origin, what, remedy: remedy)
    }

    /// `a/b/c.txt` → `a/b`, `a`.
    private static func folders(of path: String) -> [String] {
        var folders: [String] = []
        var folder = FilePath.split(path).folder
        while !folder.isEmpty {
            folders.append(folder)
            folder = FilePath.split(folder).folder
        }
        return folders
    }
}
