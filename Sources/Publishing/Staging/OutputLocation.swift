import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The real location of the output folder, after the links in the operator's path are resolved.
struct OutputLocation: Equatable, Sendable {
    /// The path in the operator's words, for messages.
    let place: String
    /// The real folder that contains the output folder, and the output's name in it.
    let parent: String
    let name: String
    /// The operator's path ends in a symbolic link.
    let isLink: Bool
    /// Folders above the output that were made for it. The outermost is first.
    let createdParents: [String]

    var path: String { parent == "/" ? "/\(name)" : "\(parent)/\(name)" }

    static func resolve(_ output: String) throws(PublishError) -> OutputLocation {
        var place = output
        while place.count > 1, place.utf8.last == UInt8(ascii: "/") { place.removeLast() }
        guard !place.isEmpty, !place.utf8.contains(0) else {
            throw PublishError(.cannotWrite, at: "output", "no folder is named", remedy: "Name one with --output")
        }
        if let real = realPath(place) {
            guard real != "/" else {
                throw PublishError(.cannotWrite, at: place, "is the root of the disk", remedy: "Name a folder of its own for the site")
            }
            let (parent, name) = FilePath.split(real)
            return OutputLocation(
                place: place, parent: parent.isEmpty ? "/" : parent, name: name, isLink: FolderPath.linkTarget(place) != nil,
                createdParents: [])
        }
        let error = Errno.last
        if let target = FolderPath.linkTarget(place) {
            throw PublishError(
                .cannotWrite, at: place, "is a symbolic link to '\(target)', which cannot be opened: \(error.words)",
                remedy: "Create that folder or remove the link")
        }
        guard error.code == ENOENT else {
            throw PublishError(.cannotWrite, at: place, "cannot be opened: \(error.words)", remedy: error.remedy)
        }
        return try resolveAbsent(place)
    }

    private static func resolveAbsent(_ place: String) throws(PublishError) -> OutputLocation {
        let (parentPart, name) = FilePath.split(place)
        guard name != ".", name != ".." else {
            throw PublishError(.cannotWrite, at: place, "does not exist", remedy: "Name the folder itself")
        }
        let parent = parentPart.isEmpty ? (place.hasPrefix("/") ? "/" : ".") : parentPart
        let created: [String]
        do throws(FolderPath.Refusal) {
            created = try FolderPath.create(parent)
        } catch {
            let remedy = error.linkTarget == nil ? error.error.remedy : error.remedy()
            throw PublishError(.cannotWrite, at: error.place, error.words, remedy: remedy)
        }
        guard let real = realPath(parent) else {
            let error = Errno.last
            FolderPath.remove(created)
            throw PublishError(.cannotWrite, at: parent, "cannot be opened: \(error.words)", remedy: error.remedy)
        }
        return OutputLocation(place: place, parent: real, name: name, isLink: false, createdParents: created)
    }

    /// Removes the folders that `resolve` created, except those that are in use by now.
    func removeCreatedParents() { FolderPath.remove(createdParents) }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
