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
                place: place, parent: parent.isEmpty ? "/" : parent, name: name, isLink: linkTarget(place) != nil, createdParents: [])
        }
        let error = Errno.last
        if let target = linkTarget(place) {
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
        var created: [String] = []
        do throws(Errno) {
            try createFolders(parent, &created)
            guard let real = realPath(parent) else { throw .last }
            return OutputLocation(place: place, parent: real, name: name, isLink: false, createdParents: created)
        } catch {
            removeFolders(created)
            throw PublishError(.cannotWrite, at: parent, "cannot be created: \(error.words)", remedy: error.remedy)
        }
    }

    private static func createFolders(_ path: String, _ created: inout [String]) throws(Errno) {
        if mkdir(path, 0o755) == 0 { return created.append(path) }
        let error = Errno.last
        switch error.code {
        case EEXIST, EISDIR:
            return
        case ENOENT:
            let parent = FilePath.split(path).folder
            guard !parent.isEmpty else { throw error }
            try createFolders(parent, &created)
            try createFolders(path, &created)
        default:
            // The error for an existing folder may be EACCES or EROFS.
            guard realPath(path) != nil else { throw error }
        }
    }

    /// Removes the folders that `resolve` created, except those that are in use by now.
    func removeCreatedParents() { OutputLocation.removeFolders(createdParents) }

    private static func removeFolders(_ paths: [String]) {
        for path in paths.reversed() where rmdir(path) != 0 { return }
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func linkTarget(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
