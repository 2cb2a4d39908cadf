import Support

extension Publisher {
    /// What a build would report that finds nothing to change, if the output is exactly as it was sealed; nil where it is not, and then a build must
    /// look. Like a build it first locks the output and clears away what an interrupted one left, and fails where that fails.
    public func report(ifSealed seal: PublicationSeal) throws(PublishError) -> PublishReport? {
        let location = try OutputLocation.resolve(output)
        defer { location.removeCreatedParents() }
        let (root, area) = try take(location)
        defer { area.discard() }
        try checkMethod(location, area, root)
        guard let root, let session = disk.session() else { return nil }
        do {
            guard let bytes = try root.open(SitePath.manifest)?.contents() else { return nil }
            let paths = try Manifest.parse(bytes).paths
            guard let states = Publisher.states(of: paths, in: root) else { return nil }
            guard PublicationSeal(session: session, manifest: bytes, states: states) == seal else { return nil }
            return PublishReport(
                files: paths.count, bytes: states.reduce(0) { $0 + $1.size }, written: [], unchanged: paths.count, removed: [], seal: seal)
        } catch {
            return nil
        }
    }

    /// Nil where one of the files is none.
    private static func states(of paths: [String], in root: Folder) -> [FileState]? {
        let tree = FolderTree(root)
        // Neighbours in the list mostly stand in one folder, so that each is opened once.
        let states = Concurrently.array(
            count: paths.count, pieceSize: 64,
            pieces: { range in
                var current: (path: String, folder: Folder)?
                return range.map { index -> FileState? in
                    let (folderPath, name) = FilePath.split(paths[index])
                    do throws(Errno) {
                        if current?.path != folderPath {
                            guard case .folder(let folder) = try tree.folder(folderPath) else { return nil }
                            current = (folderPath, folder)
                        }
                        guard let status = try current?.folder.status(name), status.kind == .file else { return nil }
                        return status.state
                    } catch {
                        return nil
                    }
                }
            })
        let known = states.compactMap(\.self)
        return known.count == states.count ? known : nil
    }
}
