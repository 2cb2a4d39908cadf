import Catalogue
import Support

/// The files in `static/` of a site folder. They are published as they are, at the root of the site: `ads.txt`, `.well-known/security.txt`.
struct StaticFiles {
    struct File {
        /// The path from the site's root.
        let path: String
        /// The path on the disk.
        let origin: String
        /// Nil when the disk does not tell it.
        let state: FileState?

        /// A page may link to others, so it goes live after them.
        var kind: FileKind { FileType.of(path) == .html ? .page : .asset }
    }

    static let folder = "static"

    let files: [File]
    private let access: FileAccess

    /// - Throws: a ``Failure`` with status 66 when a folder cannot be read.
    init(_ site: SiteFolder) throws(Failure) {
        let root = SiteFolder.join(site.path, Self.folder)
        access = site.files
        files = try site.files.paths(below: root, where: Self.isPublished).map { path in
            let origin = SiteFolder.join(root, path)
            return File(path: path, origin: origin, state: FileState.of(origin))
        }
    }

    /// What systems and version control leave in folders is left out. Other hidden files have a purpose, such as `.well-known/`.
    private static func isPublished(_ name: String) -> Bool { !passedOver.contains(name) }

    private static let passedOver: Set = [
        ".", "..", ".DS_Store", ".git", ".gitattributes", ".gitignore", ".gitkeep", "Thumbs.db", "desktop.ini",
    ]

    /// The paths of the files with what the disk says of each, to see whether any is another one.
    var states: [String: FileState?] { Dictionary(files.map { ($0.path, $0.state) }, uniquingKeysWith: { first, _ in first }) }

    /// - Throws: a ``Failure`` with status 66 when the file cannot be read.
    func contents(of file: File) throws(Failure) -> [UInt8] {
        do { return try access.keptContents(file.origin) } catch { throw Failure(error) }
    }

    /// A hash of the states of all files, which are not read: they may be large.
    ///
    /// - Returns: nil when a state does not prove the content.
    func statesHash(now: Timestamp) -> [UInt8]? {
        var hash = BLAKE2b()
        hash.add(files.count)
        for file in files {
            guard let state = file.state, state.isSettled(now: now) else { return nil }
            hash.add(file.path)
            hash.add(state)
        }
        return hash.digest()
    }
}

extension FileState {
    /// Whether a further change of the file would show. One that follows within a tick of the disk's clock, which may take two seconds, would
    /// not.
    func isSettled(now: Timestamp) -> Bool { changed / 1_000_000_000 < now.secondsSince1970 - 2 }
}
