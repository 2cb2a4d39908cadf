import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The private folder in which a site is prepared, on the disk of the output: `.NAME.staging` beside the output folder, or, where
/// that cannot be, `.hangar-staging` in it. It holds the lock and, while a build runs, the files that are new.
struct StagingArea: Sendable {
    /// The names in it. Anything else is not Hangar's, and then the folder is not used.
    static let tree = "tree"
    static let manifest = "manifest"
    static let probes = ["exchange-a", "exchange-b"]
    private static let names = Set([tree, manifest, BuildLock.name] + probes)

    /// The folder in which the staging folder stands, and its name there.
    let home: Folder
    let name: String
    /// The staging folder's path, for messages.
    let place: String
    let isBesideOutput: Bool
    let folder: Folder
    let lock: BuildLock

    enum Attempt {
        case taken(StagingArea)
        case locked(BuildLock.Holder)
        /// Something is in it that no build has made.
        case foreign(String)
        /// No folder can be made there.
        case noRoom(Errno)
    }

    /// Makes and locks the staging folder `name` in `home`. What an interrupted build left in it is still there.
    static func take(
        _ name: String, in home: Folder, isBesideOutput: Bool, place: String
    ) throws(Errno) -> Attempt {
        while true {
            do throws(Errno) {
                // Its own user only: a half-made page is nobody's business.
                try home.createFolder(name, permissions: 0o700)
            } catch let error where error.isExisting {
                // An interrupted build has left it, or another is at work.
            } catch let error where error.isPermission || error.code == EROFS {
                return .noRoom(error)
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
                    home: home, name: name, place: place, isBesideOutput: isBesideOutput, folder: folder, lock: lock)
                let strangers = try folder.entries().map(\.text).filter { !names.contains($0) }.sorted()
                if let first = strangers.first {
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

    /// Removes all files of the build but the lock.
    func clear() throws(Errno) {
        for name in [StagingArea.tree, StagingArea.manifest] + StagingArea.probes { try folder.removeTree(name) }
    }

    /// Gives the staging folder up with all that is in it. What cannot be cleared away now the next build clears away, or names as the
    /// reason why it cannot begin.
    func discard() {
        do throws(Errno) {
            try clear()
        } catch {
            return
        }
        close()
    }

    /// Removes the staging folder, and with it the lock. What cannot be removed now, the next build removes.
    func close() {
        do throws(Errno) {
            try folder.removeFile(BuildLock.name)
            try home.removeFolder(name)
        } catch {
            // Another build may have taken it over between the two steps, or the disk refuses: neither harms the site.
            return
        }
    }
}
