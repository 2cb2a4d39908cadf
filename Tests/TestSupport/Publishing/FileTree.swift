import Foundation

/// A small folder tree as a value: the initial or expected state of a test.
///
/// ```swift
/// ["index.html": "home", "old": .emptyFolder, "link": .link(to: "index.html")]
/// ```
package struct FileTree: Equatable, ExpressibleByDictionaryLiteral, CustomStringConvertible {
    package enum Node: Equatable, ExpressibleByStringInterpolation {
        case file(String)
        case emptyFolder
        case link(to: String)

        package init(stringLiteral text: String) { self = .file(text) }
    }

    package var nodes: [String: Node]

    package init(_ nodes: [String: Node]) { self.nodes = nodes }
    package init(dictionaryLiteral elements: (String, Node)...) { nodes = Dictionary(uniqueKeysWithValues: elements) }

    package var description: String {
        nodes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    }

    /// The same tree with a manifest that names `owned`.
    package func with(manifest owned: [String]) -> FileTree {
        var tree = self
        tree.nodes[".hangar-manifest"] = .file((["hangar-manifest 1"] + owned.sorted()).map { $0 + "\n" }.joined())
        return tree
    }

    /// The same tree inside `folder`.
    package func under(_ folder: String) -> FileTree {
        FileTree(Dictionary(uniqueKeysWithValues: nodes.map { ("\(folder)/\($0.key)", $0.value) }))
    }

    /// The content of one folder of the tree. Nil when there is none.
    package func inside(_ folder: String) -> FileTree? {
        let inner = nodes.filter { $0.key.hasPrefix(folder + "/") }
        if inner.isEmpty { return nodes[folder] == .emptyFolder ? [:] : nil }
        return FileTree(Dictionary(uniqueKeysWithValues: inner.map { (String($0.key.dropFirst(folder.count + 1)), $0.value) }))
    }

    package func write(to folder: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (path, node) in nodes {
            let full = "\(folder)/\(path)"
            let parent = (full as NSString).deletingLastPathComponent
            try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
            switch node {
            case .file(let text): try Data(text.utf8).write(to: URL(fileURLWithPath: full))
            case .emptyFolder: try files.createDirectory(atPath: full, withIntermediateDirectories: true)
            case .link(let target): try files.createSymbolicLink(atPath: full, withDestinationPath: target)
            }
        }
    }

    /// Reads the tree from the disk. Nil when there is no folder.
    package static func read(_ folder: String) throws -> FileTree? {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return nil }
        var tree = FileTree([:])
        try read(folder, "", into: &tree)
        return tree
    }

    private static func read(_ folder: String, _ prefix: String, into tree: inout FileTree) throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: folder) {
            let full = "\(folder)/\(name)"
            let path = prefix + name
            switch try files.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
            case .typeSymbolicLink:
                tree.nodes[path] = .link(to: try files.destinationOfSymbolicLink(atPath: full))
            case .typeDirectory:
                if try files.contentsOfDirectory(atPath: full).isEmpty { tree.nodes[path] = .emptyFolder }
                try read(full, path + "/", into: &tree)
            default:
                tree.nodes[path] = .file(String(decoding: try Data(contentsOf: URL(fileURLWithPath: full)), as: UTF8.self))
            }
        }
    }
}
