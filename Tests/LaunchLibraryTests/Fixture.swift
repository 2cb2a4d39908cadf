import Catalogue
import LaunchLibrary
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The whole files in Tests/Fixtures.
enum Fixture {
    /// A page of the browsable API as copied from the browser: help, header, and two craft, one of which is a placeholder.
    static func savedPage() throws -> [UInt8] {
        try FileAccess.disk.contents(folder + "/saved-page.txt")
    }

    static let folder = String(#filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }) + "/Fixtures/LaunchLibrary"
}

/// A disk that is backed by a dictionary.
func files(_ contents: [String: String]) -> FileAccess {
    files(contents.mapValues { Array($0.utf8) })
}

func files(_ contents: [String: [UInt8]]) -> FileAccess {
    FileAccess(
        kind: { path in
            if contents[path] != nil { return .file }
            return contents.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
        },
        contents: { path throws(InputError) in
            guard let bytes = contents[path] else { throw InputError(place: path, what: "is not there", remedy: "Put it there") }
            return bytes
        },
        names: { folder throws(InputError) in
            let start = folder.hasSuffix("/") ? folder : folder + "/"
            return contents.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count).prefix { $0 != "/" }) }
        })
}

/// Reads one text as the file `a.json`.
func read(_ text: String) throws(ReadingError) -> SourceCatalogue {
    try SavedCopyReader(files: files(["a.json": text])).read([.file("a.json")])
}

/// The problems found when reading the text as `a.json`, one on each line.
func complaints(_ text: String) -> String {
    do {
        _ = try read(text)
        return "no complaint"
    } catch {
        return error.description
    }
}

func time(_ text: String) throws -> Timestamp {
    struct NoTime: Error {}
    guard let time = Timestamp(rfc3339: text) else { throw NoTime() }
    return time
}
