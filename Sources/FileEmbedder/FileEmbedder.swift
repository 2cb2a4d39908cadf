import Support

/// Writes one Swift source that holds files. The arguments are the source to write and the name of its type. Pairs of arguments follow: the
/// name of a constant, and the file or folder of files that it holds.
@main
enum FileEmbedder {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 3, arguments.count.isMultiple(of: 2) == false else {
            throw UsageError()
        }
        let constants = try stride(from: 3, to: arguments.count, by: 2).map {
            try entries(at: arguments[$0 + 1], constant: arguments[$0])
        }
        let lines = constants.joined(separator: [""]) + [""] + decoder
        let source = "enum \(arguments[2]) {\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n}\n"
        let bytes = Array(source.utf8)
        // The package manager links this program anew for each build with other flags than those of its plugins. A source that is the same keeps
        // its time, so that what it is compiled into is not compiled again for minutes.
        if files.kind(arguments[1]) == .file, try files.contents(arguments[1]) == bytes { return }
        try AtomicFile.replace(arguments[1], with: bytes, durable: false)
    }

    struct UsageError: Error, CustomStringConvertible {
        let description = "usage: FileEmbedder OUTPUT.swift TYPE (CONSTANT FILE-OR-FOLDER)..."
    }

    private static let decoder = [
        "/// The bytes of a text are those of the literal. Any other file has a scalar for each byte (Latin-1).",
        "struct Contents: Sendable {",
        "    let literal: StaticString",
        "    let isText: Bool",
        "",
        "    var bytes: [UInt8] {",
        "        literal.withUTF8Buffer { utf8 in",
        "            if isText { return Array(utf8) }",
        "            return Array(unsafeUninitializedCapacity: utf8.count) { bytes, count in",
        "                var high: UInt8 = 0",
        "                for byte in utf8 {",
        "                    // In UTF-8, U+0080 to U+00FF are C2 or C3 and one byte with the six lower bits.",
        "                    if byte >= 0xC0 { high = byte << 6; continue }",
        "                    bytes[count] = byte < 0x80 ? byte : high | byte & 0x3F",
        "                    count += 1",
        "                }",
        "            }",
        "        }",
        "    }",
        "}",
    ]

    private static let files = FileAccess.disk

    private static func entries(at location: String, constant: String) throws -> [String] {
        let paths = files.kind(location) == .folder ? try visiblePaths(below: location, prefix: "") : nil
        let found = paths?.map { (path: $0, file: FilePath.join(location, $0)) } ?? [(FilePath.split(location).name, location)]
        let lines = try found.map { path, file in
            "    (\(literal(path)), \(contents(try files.contents(file)))),"
        }
        return ["static let \(constant): [(path: StaticString, contents: Contents)] = ["] + lines + ["]"]
    }

    private static func contents(_ bytes: [UInt8]) -> String {
        let text = String(validating: bytes, as: UTF8.self)
        // One scalar for each byte. Any file fits into that.
        let latin1 = text ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        return "Contents(literal: \(literal(latin1)), isText: \(text != nil))"
    }

    private static func visiblePaths(below folder: String, prefix: String) throws -> [String] {
        try files.names(folder).filter { !$0.hasPrefix(".") }.sorted().flatMap { name in
            let path = FilePath.join(folder, name)
            return files.kind(path) == .folder ? try visiblePaths(below: path, prefix: prefix + name + "/") : [prefix + name]
        }
    }

    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case " "..."~": literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return literal + "\""
    }
}
