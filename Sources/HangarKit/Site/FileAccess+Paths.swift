import LaunchLibrary
import Support

extension FileAccess {
    /// Deeper than anyone sorts files: a link that leads back to a folder above it would go on for ever.
    private static let depthLimit = 16

    /// The files below a folder, hidden ones left out: by their paths from it, in byte order. None where there is no such folder.
    ///
    /// - Throws: a ``Failure`` with status 66 for a folder that cannot be read, or that holds itself.
    func paths(below folder: String) throws(Failure) -> [String] {
        kind(folder) == .folder ? try paths(in: folder, prefix: "", depth: 1) : []
    }

    private func paths(in folder: String, prefix: String, depth: Int) throws(Failure) -> [String] {
        guard depth <= Self.depthLimit else {
            throw Failure(
                .noInput, at: folder, "folders nest more than \(Self.depthLimit) deep",
                remedy: "Look for a symbolic link that leads back to a folder above it.")
        }
        var paths: [String] = []
        for name in try visibleNames(in: folder) {
            let path = SiteFolder.join(folder, name)
            if kind(path) == .folder {
                paths += try self.paths(in: path, prefix: prefix + name + "/", depth: depth + 1)
            } else {
                paths.append(prefix + name)
            }
        }
        return paths
    }

    /// The names in a folder but hidden ones, in byte order.
    func visibleNames(in folder: String) throws(Failure) -> [String] {
        do {
            return try names(folder).filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw Failure(error)
        }
    }
}
