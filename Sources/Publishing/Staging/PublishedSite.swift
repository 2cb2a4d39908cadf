import Support

/// The output folder as the build finds it: what stands there, and what of it is Hangar's.
final class PublishedSite: Sendable {
    let root: Folder
    /// The output folder as the operator knows it, for messages.
    let place: String
    /// What the manifest names.
    let owned: Set<String>
    /// What a build that was interrupted left unsettled.
    let unsettled: Set<String>
    /// The stamps of the compressed neighbours, by path.
    let stamps: [String: UInt64]
    /// The manifest's content, nil when there is none.
    let manifest: [UInt8]?
    /// Nothing stands there at all, so that no file need be looked for.
    let isEmpty: Bool
    let force: Bool
    private let folders: FolderTree
    let buffers = BufferPool(size: 1 << 16)

    init(root: Folder, place: String, force: Bool) throws(PublishError) {
        self.root = root
        folders = FolderTree(root)
        self.place = place
        self.force = force
        let manifest = try Manifest.read(in: root, at: place)
        self.manifest = manifest?.bytes
        owned = Set(manifest?.manifest.paths ?? [])
        unsettled = manifest?.manifest.unsettled ?? []
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

    /// See ``FolderTree/folder(_:isShared:)``.
    func folder(_ path: String) throws(Errno) -> FolderTree.Place { try folders.folder(path) }

    /// Forgets a folder that was removed.
    func forget(_ path: String) { folders.forget(path) }
}
