import Foundation

/// Writes one Swift source that holds every file of the theme. Arguments: the source to write, the folder of templates, the folder of assets.
@main
enum ThemeEmbedder {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            throw UsageError()
        }
        let lines =
            try entries(below: arguments[2], constant: "templates") + [""] + entries(below: arguments[3], constant: "assets")
        let source = "enum EmbeddedTheme {\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n}\n"
        try Data(source.utf8).write(to: URL(filePath: arguments[1]))
    }

    struct UsageError: Error, CustomStringConvertible {
        let description = "usage: ThemeEmbedder OUTPUT.swift TEMPLATES ASSETS"
    }

    private static func entries(below folder: String, constant: String) throws -> [String] {
        let root = URL(filePath: folder)
        let lines = try visiblePaths(below: root, prefix: "").map { path in
            let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
            return "    (\(literal(Array(path.utf8))), \(literal(bytes))),"
        }
        return ["static let \(constant): [(path: StaticString, latin1: StaticString)] = ["] + lines + ["]"]
    }

    private static func visiblePaths(below folder: URL, prefix: String) throws -> [String] {
        let entries = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
        return try entries.sorted { $0.lastPathComponent < $1.lastPathComponent }.flatMap { entry in
            let path = prefix + entry.lastPathComponent
            let isFolder = try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
            return isFolder ? try visiblePaths(below: entry, prefix: path + "/") : [path]
        }
    }

    /// A string literal with one scalar for each byte (Latin-1): any file fits into it, and it needs no decoding that could fail.
    private static func literal(_ bytes: [UInt8]) -> String {
        var text = "\""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\\"): text += "\\\\"
            case UInt8(ascii: "\""): text += "\\\""
            case UInt8(ascii: "\n"): text += "\\n"
            case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "\\u{\(String(byte, radix: 16))}"
            }
        }
        return text + "\""
    }
}
