import Foundation
import TestSupport

/// Changes that someone makes to a published site by hand.
struct Hand: Sendable {
    let output: String

    init(_ output: String) { self.output = output }

    func path(_ name: String) -> String { "\(output)/\(name)" }

    /// Writes into the file in place: its inode stays.
    func overwrite(_ name: String, _ text: String) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path(name)))
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    /// The same, but then restores the file's earlier time of change.
    func overwriteSecretly(_ name: String, _ text: String) throws {
        var before = stat()
        try check(stat(path(name), &before))
        try overwrite(name, text)
        #if canImport(Darwin)
            let times = [before.st_atimespec, before.st_mtimespec]
        #else
            let times = [before.st_atim, before.st_mtim]
        #endif
        try check(utimensat(AT_FDCWD, path(name), times, 0))
    }

    /// Writes a new file over it.
    func replace(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: path(name), toPath: path(other))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    func linkHard(_ name: String, to other: String) throws { try check(Foundation.link(path(other), path(name))) }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
    }

    func setPermissions(_ name: String, _ permissions: mode_t) throws { try check(chmod(path(name), permissions)) }

    func touch(_ name: String) throws { try check(utimensat(AT_FDCWD, path(name), nil, 0)) }

    private func check(_ result: Int32) throws {
        if result != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}

/// Inode and time of change of a file. A web server makes its ETag from them, and a copying tool its list of files to send.
struct Identity: Equatable {
    let inode: Int?
    let modified: Date?

    /// The identity of each regular file in a folder, by path.
    static func read(_ folder: String) throws -> [String: Identity] {
        let tree = try FileTree.read(folder) ?? [:]
        return try tree.nodes.filter { if case .file = $0.value { true } else { false } }.reduce(into: [:]) { identities, node in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(node.key)")
            identities[node.key] = Identity(
                inode: attributes[.systemFileNumber] as? Int, modified: attributes[.modificationDate] as? Date)
        }
    }
}
