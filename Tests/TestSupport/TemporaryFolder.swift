import Foundation

/// A folder that is removed at the end of the test.
public final class TemporaryFolder: Sendable {
    public let path: String

    /// - Parameter tree: files by their paths in it. A path that ends in `/` is an empty folder.
    public init(_ tree: [String: String] = [:]) throws {
        // The folder is in memory if the system offers that. The tests make thousands of small sites, and a real disk waits for each
        // rename.
        let memory = "/dev/shm"
        let base =
            FileManager.default.isWritableFile(atPath: memory)
            ? memory : FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        path = "\(base)/hangar-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in tree { try write(text, to: name) }
    }

    /// Runs the body with a folder that exists until the body returns.
    public static func with<Result>(_ tree: [String: String], _ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
        let folder = try TemporaryFolder(tree)
        defer { withExtendedLifetime(folder) {} }
        return try await body(folder)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
    }

    /// The path of the output folder that a test publishes to.
    public var output: String { path + "/public" }

    public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    public func write(_ text: String, to name: String, atomically: Bool = false) throws {
        let isFolder = name.hasSuffix("/")
        let folder = isFolder ? self(name) : (self(name) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if !isFolder { try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)), options: atomically ? .atomic : []) }
    }

    public func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: self(name))), as: UTF8.self)
    }

    public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self(name)) }

    public func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    }

    /// The bytes of every file below `name`, by path.
    public func files(in name: String) throws -> [String: Data] {
        try paths(in: name).reduce(into: [:]) { $0[$1] = try Data(contentsOf: URL(fileURLWithPath: self(name + "/" + $1))) }
    }

    /// Inode and time of change of every file below `name`, by path. Copying tools use them.
    public func identities(in name: String) throws -> [String: Identity] {
        try paths(in: name).reduce(into: [:]) { identities, path in
            let attributes = try FileManager.default.attributesOfItem(atPath: self(name + "/" + path))
            identities[path] = Identity(inode: attributes[.systemFileNumber] as? Int, modified: attributes[.modificationDate] as? Date)
        }
    }

    public struct Identity: Equatable {
        public let inode: Int?
        public let modified: Date?
    }

    /// The paths of every file below `name`, in no order.
    public func paths(in name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: self(name)).filter { path in
            let type = try FileManager.default.attributesOfItem(atPath: self(name + "/" + path))[.type]
            return type as? FileAttributeType == .typeRegular
        }
    }
}
