import Foundation
import TestSupport

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
