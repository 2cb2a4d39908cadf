import Foundation

/// The files and folders of an output at one moment.
struct TreeState: Sendable {
    private(set) var files: [String: File] = [:]
    private(set) var folders: Set<String> = []

    struct File: Sendable {
        let bytes: Data
        let identity: Identity
    }

    /// Which file it is, and when it was written last.
    struct Identity: Equatable, Sendable {
        let inode: UInt64
        let seconds: Int
        let nanoseconds: Int
    }

    /// It is empty where there is no folder.
    init(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let place = path + "/" + name
            let status = try Self.status(place)
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.insert(name)
            } else {
                let bytes = status.st_mode & S_IFMT == S_IFREG ? try Data(contentsOf: URL(fileURLWithPath: place)) : Data("no file".utf8)
                files[name] = File(bytes: bytes, identity: Identity(status))
            }
        }
    }

    /// The tree without what others put there.
    func without(_ foreign: Set<String>) -> TreeState {
        var tree = self
        tree.files = files.filter { !foreign.contains($0.key) }
        tree.folders = folders.filter { folder in files.keys.contains { !foreign.contains($0) && $0.hasPrefix(folder + "/") } }
        return tree
    }

    static func status(_ path: String) throws -> stat {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return status
    }
}

extension TreeState.Identity {
    init(_ status: stat) {
        let time = status.modified
        self.init(inode: UInt64(status.st_ino), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }
}

extension stat {
    var modified: timespec {
        #if canImport(Darwin)
            st_mtimespec
        #else
            st_mtim
        #endif
    }
}
