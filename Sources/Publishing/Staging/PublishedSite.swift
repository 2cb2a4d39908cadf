import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The output folder as the build finds it: what stands there, and what of it is Hangar's.
final class PublishedSite: Sendable {
    let root: Folder
    /// The output folder as the operator knows it, for messages.
    let place: String
    /// What the manifest names.
    let owned: Set<String>
    /// The stamps of the compressed neighbours, by path.
    let stamps: [String: UInt64]
    /// The manifest's content, nil when there is none.
    let manifest: [UInt8]?
    /// Nothing stands there at all, so that no file need be looked for.
    let isEmpty: Bool
    let force: Bool
    private let folders = Mutex<[String: Folder]>([:])
    let buffers = BufferPool(size: 1 << 16)

    /// How many folders are held open between look-ups; far below the usual limit of 1,024 open files.
    private static let openFolders = 128

    init(root: Folder, place: String, force: Bool) throws(PublishError) {
        self.root = root
        self.place = place
        self.force = force
        let manifest = try Manifest.read(in: root, at: place)
        self.manifest = manifest?.bytes
        owned = Set(manifest?.manifest.paths ?? [])
        stamps = manifest?.manifest.stamps ?? [:]
        let names: [String]
        do throws(Errno) {
            names = try root.entries().map(\.text).filter { $0 != SitePath.innerStaging }.sorted()
        } catch {
            throw PublishError(error, at: place, doing: "be read")
        }
        isEmpty = names.isEmpty
        if manifest == nil, !names.isEmpty, !force { throw PublishedSite.notOurs(names, place) }
    }

    private static func notOurs(_ names: [String], _ place: String) -> PublishError {
        let some = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return PublishError(
            .foreign, at: place, "holds files that Hangar did not write (\(some)\(more))",
            remedy:
                "Name an empty or new folder, or build with --force to publish among them; they are kept unless a page needs their place")
    }

    /// What stands at a folder's path.
    enum Place {
        case folder(Folder)
        case absent
        /// At `path`, the folder's own or one above it, stands something else.
        case blocked(path: String, by: FileStatus.Kind)
    }

    /// Opens a folder of the site segment by segment, so that no link on the way is followed.
    /// - Parameter isShared: several look-ups will pass through it, so it is worth being kept open.
    func folder(_ path: String, isShared: Bool = false) throws(Errno) -> Place {
        if path.isEmpty { return .folder(root) }
        if let open = folders.withLock({ $0[path] }) { return .folder(open) }
        let (parentPath, name) = SitePath.split(path)
        let place = try folder(parentPath, isShared: true)
        guard case .folder(let parent) = place else { return place }
        let found: Folder
        do throws(Errno) {
            found = try parent.folder(name)
        } catch {
            guard [ENOENT, ENOTDIR, ELOOP].contains(error.code) else { throw error }
            guard let status = try parent.status(name) else { return .absent }
            return .blocked(path: path, by: status.kind)
        }
        if isShared {
            folders.withLock { if $0.count < PublishedSite.openFolders { $0[path] = found } }
        }
        return .folder(found)
    }

    /// Forgets a folder that was removed.
    func forget(_ path: String) { folders.withLock { _ = $0.removeValue(forKey: path) } }
}
