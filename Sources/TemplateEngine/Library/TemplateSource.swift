import Support

/// One template before it is parsed.
public struct TemplateSource: Sendable {
    /// The name that other templates use for it, with its suffix: `pages/spacecraft.html.mustache`.
    public let name: String
    public let bytes: [UInt8]
    /// The path that messages show.
    public let origin: String

    public init(name: String, bytes: [UInt8], origin: String) {
        self.name = name
        self.bytes = bytes
        self.origin = origin
        suffix = Self.suffix(of: name)
    }

    /// The part after the bare name: `.html.mustache` of `pages/spacecraft.html.mustache`. Partials that a template names are looked up
    /// with its own suffix first.
    let suffix: String

    private static let ending = ".mustache"

    static func suffix(of name: String) -> String {
        // Compares bytes, because an ASCII suffix has no canonical equivalents.
        let bytes = name.utf8
        guard bytes.count >= ending.utf8.count, bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { return "" }
        let stem = bytes.dropLast(ending.utf8.count)
        let file = stem.lastIndex(of: UInt8(ascii: "/")).map { stem[bytes.index(after: $0)...] } ?? stem
        guard let dot = file.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex else { return ending }
        return String(name[dot...])
    }
}

/// Reads the templates of a folder: all `*.mustache` files in it and in its subfolders. Links are followed. Hidden names are left out.
struct TemplateFolder {
    private(set) var sources: [TemplateSource] = []
    private(set) var errors: [TemplateError] = []

    init(path: String) {
        do throws(Errno) {
            let root = try Folder.open(path, disk: .direct)
            try read(root, path: path, name: "", outer: [])
        } catch {
            report(error, of: path)
        }
    }

    /// - Parameter outer: the folders around this one. They serve to find a link back to one of them.
    private mutating func read(_ folder: Folder, path: String, name: String, outer: [FileStatus]) throws(Errno) {
        let status = try folder.ownStatus()
        if outer.contains(where: status.isSameFile) {
            errors.append(
                TemplateError(
                    file: path, what: "this link leads back to a folder that it is in", remedy: "Take it away, or link another folder"))
            return
        }
        let entries = try folder.entries().filter { !$0.text.hasPrefix(".") }.sorted { $0.text < $1.text }
        for entry in entries {
            let entryPath = path.hasSuffix("/") ? path + entry.text : FilePath.join(path, entry.text)
            let entryName = FilePath.join(name, entry.text)
            do throws(Errno) {
                switch entry.kind == .link ? try folder.followedKind(entry.name) : entry.kind {
                case .folder: try read(folder.followed(entry.name), path: entryPath, name: entryName, outer: outer + [status])
                case .file where entryName.hasSuffix(".mustache"): readTemplate(entryPath, name: entryName)
                case .file, .link, .other: break
                }
            } catch {
                report(error, of: entryPath)
            }
        }
    }

    private mutating func readTemplate(_ path: String, name: String) {
        do throws(InputError) {
            let source = TemplateSource(name: name, bytes: try FileAccess.disk.contents(path), origin: path)
            if let offset = Self.offsetOfMalformedText(in: source.bytes) {
                errors.append(TemplateError(in: source, at: offset, what: "this is not UTF-8", remedy: "Save the file as UTF-8"))
            } else {
                sources.append(source)
            }
        } catch {
            errors.append(TemplateError(file: path, what: error.what, remedy: error.remedy))
        }
    }

    private mutating func report(_ error: Errno, of path: String) {
        errors.append(TemplateError(file: path, what: "cannot be read: \(error.words)", remedy: "Check the path and its permissions"))
    }

    private static func offsetOfMalformedText(in bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
