import Support
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The private folder in which a site is prepared, on the disk of the output. It is `.NAME.staging` beside the output folder. If that is
/// impossible, it is `.hangar-staging` inside it. It holds the lock and, while a build runs, the new files.
struct StagingArea: Sendable {
    /// The names in it. If it contains anything else, the folder is not used.
    static let tree = "tree"
    static let manifest = "manifest"
    static let probes = ["exchange-a", "exchange-b"]
    private static let names = Set([tree, manifest, BuildLock.name] + probes)

    /// The folder that holds the staging folder, and its name there.
    let home: Folder
    let name: String
    /// The staging folder's path, for messages.
    let place: String
    let position: Position
    let folder: Folder
    let lock: BuildLock

    enum Position {
        case besideOutput
        case insideOutput(InsideReason)
    }

    /// Why nothing can be staged beside the output.
    enum InsideReason {
        case noRoom
        /// Files made there would not get the group that they would get in the output.
        case otherGroup
    }

    enum Attempt {
        case taken(StagingArea)
        case locked(BuildLock.Holder)
        /// It contains something that no build has made.
        case foreign(String)
        /// No folder can be made there, or not one that serves.
        case noRoom(InsideReason, Errno)
    }

    /// Makes and locks the staging folder `name` in `home`. Files of an interrupted build are still in it.
    private static func take(
        _ name: String, in home: Folder, position: Position, place: String
    ) throws(Errno) -> Attempt {
        while true {
            do throws(Errno) {
                // Others have no access, because a half-made page is private. The umask says whether the group may build too.
                try home.createFolder(name, permissions: 0o770)
            } catch let error where error.isExisting {
                // An interrupted build left it, or another build is at work.
            } catch let error where error.isPermission || error.code == EROFS {
                return .noRoom(.noRoom, error)
            }
            guard let folder = try existing(name, in: home) else { continue }
            let own = try folder.ownStatus()
            let outcome = try BuildLock.take(in: folder) { () throws(Errno) in try home.status(name)?.isSameFile(as: own) ?? false }
            switch outcome {
            case .gone:
                continue
            case .heldByOther(let holder):
                return .locked(holder)
            case .held(let lock):
                let area = StagingArea(
                    home: home, name: name, place: place, position: position, folder: folder, lock: lock)
                let foreign = try folder.entries().map(\.text).filter { !names.contains($0) }.sorted()
                if let first = foreign.first {
                    area.close()
                    return .foreign(first)
                }
                return .taken(area)
            }
        }
    }

    private static func existing(_ name: String, in home: Folder) throws(Errno) -> Folder? {
        do throws(Errno) {
            return try home.folder(name)
        } catch let error where error.code == ENOENT {
            return nil
        }
    }

    /// Removes all files of the build except the lock.
    func clear() throws(Errno) {
        for name in [StagingArea.tree, StagingArea.manifest] + StagingArea.probes { try folder.removeTree(name) }
    }

    /// Gives up the staging folder with all its contents. If something cannot be removed now, the next build removes it, or reports it as
    /// the reason why it cannot begin.
    func discard() {
        do throws(Errno) {
            try clear()
        } catch {
            return
        }
        close()
    }

    /// Removes the staging folder, and with it the lock. If that fails now, the next build removes it.
    func close() {
        do throws(Errno) {
            try folder.removeFile(BuildLock.name)
            try home.removeFolder(name)
        } catch {
            // Another build may have taken it over between the two steps, or the disk refuses. Neither harms the site.
            return
        }
    }
}

extension StagingArea {
    /// Opens and locks the staging folder of an output: beside it if possible, otherwise inside it.
    /// - Parameter output: the output folder, if it exists.
    static func open(for location: OutputLocation, output: Folder?, disk: DiskAccess) throws(PublishError) -> StagingArea {
        let name = ".\(location.name).staging"
        let place = location.parent == "/" ? "/\(name)" : "\(location.parent)/\(name)"
        let beside = try naming(place) { () throws(Errno) in
            try takeBeside(output, name: name, at: place, in: location.parent, disk: disk)
        }
        if case .noRoom(let reason, let error) = beside {
            guard let output else { throw unusable(place, error) }
            return try takeInside(output, location, reason)
        }
        let area = try area(of: beside, location, place)
        do throws(PublishError) {
            if let output { try removeInside(output, location) }
            return area
        } catch {
            area.close()
            throw error
        }
    }

    private static func takeBeside(
        _ output: Folder?, name: String, at place: String, in parent: String, disk: DiskAccess
    ) throws(Errno) -> Attempt {
        let home: Folder
        do throws(Errno) {
            home = try Folder.open(parent, disk: disk)
        } catch let error where error.isPermission {
            return .noRoom(.noRoom, error)
        }
        let attempt = try take(name, in: home, position: .besideOutput, place: place)
        guard case .taken(let area) = attempt, let output else { return attempt }
        do throws(Errno) {
            guard try area.folder.canMove(to: output) else {
                area.close()
                return .noRoom(.noRoom, Errno(code: EXDEV))
            }
            // A file keeps its group when it moves. So it must get the output's group here.
            try area.folder.inheritGroup(from: output)
            return attempt
        } catch let error where error.isPermission {
            area.close()
            return .noRoom(.otherGroup, error)
        }
    }

    private static func takeInside(
        _ output: Folder, _ location: OutputLocation, _ reason: InsideReason
    ) throws(PublishError) -> StagingArea {
        let place = "\(location.place)/\(SitePath.innerStaging)"
        let inside = try naming(place) { () throws(Errno) in
            try take(SitePath.innerStaging, in: output, position: .insideOutput(reason), place: place)
        }
        return try area(of: inside, location, place)
    }

    /// Another user without access to the folder beside the output may be at work inside it, or may have been killed there.
    private static func removeInside(_ output: Folder, _ location: OutputLocation) throws(PublishError) {
        let isThere = try naming(location.place) { () throws(Errno) in try output.status(SitePath.innerStaging) != nil }
        if isThere { try takeInside(output, location, .noRoom).discard() }
    }

    private static func area(of attempt: Attempt, _ location: OutputLocation, _ place: String) throws(PublishError) -> StagingArea {
        switch attempt {
        case .taken(let area):
            return area
        case .locked(let holder):
            throw PublishError(
                .locked, at: location.place, "another build (process \(holder.process), since \(holder.since)) is at work on it",
                remedy: "Wait until it has ended, or stop it")
        case .foreign(let found):
            throw PublishError(
                .foreign, at: place, "holds '\(found)', which no build put there",
                remedy: "Move that folder away: builds are staged there")
        case .noRoom(_, let error):
            throw unusable(place, error)
        }
    }

    private static func naming<Result>(_ place: String, _ work: () throws(Errno) -> Result) throws(PublishError) -> Result {
        do throws(Errno) {
            return try work()
        } catch {
            throw unusable(place, error)
        }
    }

    private static func unusable(_ place: String, _ error: Errno) -> PublishError {
        PublishError(.cannotWrite, at: place, "cannot be used for staging: \(error.words)", remedy: error.remedy)
    }
}

/// The staged files and their folders.
final class StagedTree: Sendable {
    private let tree: Folder
    private let published: PublishedSite?
    /// Held while a folder is made whose group differs from that of the folder above it.
    private let foldersWithGroup = Mutex(())

    init(_ tree: Folder, published: PublishedSite?) {
        self.tree = tree
        self.published = published
    }

    /// - Parameters:
    ///   - folder: the path of the file's folder.
    ///   - isNewFolder: whether no file of the folder came before.
    func createFile(_ path: String, _ bytes: UnsafeRawBufferPointer, folder: String, isNewFolder: Bool) throws(Errno) -> FileState {
        if isNewFolder { try makeFolder(folder) }
        do throws(Errno) {
            return try tree.createFile(path, bytes)
        } catch let error where error.isAbsent {
            // Another thread has registered the folder but not made it yet, or so far it had only unchanged files.
            try makeFolder(folder)
            return try tree.createFile(path, bytes)
        }
    }

    /// Makes a folder for staged files, and the missing ones above it. Files get the group that they would get in the published folder to
    /// which they will move.
    private func makeFolder(_ path: String) throws(Errno) {
        guard let published, !published.isEmpty else { return try tree.createFolders(path) }
        if try tree.status(path) != nil { return }
        let parent = FilePath.split(path).folder
        if !parent.isEmpty { try makeFolder(parent) }
        guard case .folder(let folder) = try published.folder(path), case .folder(let above) = try published.folder(parent),
            try !folder.handsOnSameGroup(as: above)
        else { return try tree.createFolders(path) }
        try makeFolder(path, inheritingFrom: folder)
    }

    /// Another thread must not find the folder before it has its group. So it is made under a name that no file of a site can have.
    private func makeFolder(_ path: String, inheritingFrom published: Folder) throws(Errno) {
        let failure = foldersWithGroup.withLock { _ -> Errno? in
            do throws(Errno) {
                if try tree.status(path) != nil { return nil }
                let temporary = path + "\u{1}"
                try tree.createFolder(temporary)
                do throws(Errno) {
                    try tree.folder(temporary).inheritGroup(from: published)
                } catch let error where error.isPermission {
                    // The user who builds is not in that group. The group of the output itself remains.
                }
                try tree.move(temporary, to: tree, path)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}
