import LaunchLibrary
import Publishing
import SiteGenerator
import Support

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A new site folder before any editing: the example site's configuration, records and texts, and the theme where it is wanted.
struct NewSite {
    let path: String
    /// The language of the pages, a BCP 47 tag.
    let language: String
    /// Nil for the title of the example site.
    var title: LocalizedText?
    /// Whether the built-in templates and assets are copied, to be edited.
    var hasTheme = false

    /// The files in the order of writing. The configuration comes last because it makes the folder a site.
    var contents: [(path: String, bytes: [UInt8])] {
        var contents: [(path: String, bytes: [UInt8])] = []
        if hasTheme {
            for file in ThemeFiles.builtIn.files where !file.isWords {
                contents += [(file.path, file.bytes), ("\(EjectedFiles.folder)/\(file.path)", file.bytes)]
            }
        }
        contents += EmbeddedSite.contact.map { ("content/_contact.md", $0.contents.bytes) }
        contents += EmbeddedSite.about.map { ("content/about.html", $0.contents.bytes) }
        contents.append((Self.ignoreFile, Array(Self.ignored.utf8)))
        contents += EmbeddedSite.snapshot.map { ("data/snapshot.json", $0.contents.bytes) }
        contents += EmbeddedSite.configuration.map { ("hangar.yml", configured($0.contents.bytes)) }
        return contents
    }

    private static let ignoreFile = ".gitignore"
    /// What each machine has of its own.
    private static let ignored = "/public/\n/data/checked.json\n/data/failed.json\n"

    /// - Throws: a ``Failure`` with status 73. The files written so far are removed again.
    func create(_ files: FileAccess) throws(Failure) {
        let wasThere = try isThere(files)
        // A clone of a repository may have this file already.
        let contents = contents.filter { $0.path != Self.ignoreFile || files.kind(SiteFolder.join(path, $0.path)) == nil }
        do throws(OutputError) {
            for file in contents {
                try AtomicFile.replace(SiteFolder.join(path, file.path), with: file.bytes, elsewhere: "name another folder")
            }
        } catch {
            remove(contents.map(\.path), withFolder: !wasThere)
            throw Failure(error)
        }
    }

    /// The number of craft in the initial records.
    func craftCount() throws(Failure) -> Int {
        guard let bytes = contents.first(where: { $0.path == "data/snapshot.json" })?.bytes else { return 0 }
        do { return try Snapshot(decoding: bytes, path: "data/snapshot.json").catalogue.spacecraft.count } catch { throw Failure(error) }
    }

    private func configured(_ configuration: [UInt8]) -> [UInt8] {
        var text = String(decoding: configuration, as: UTF8.self).replacing("\nlanguage: en\n", with: "\nlanguage: \(language)\n")
        if let title { text.replace(/\ntitle: [^\n]*/, with: "\ntitle: \(title.yaml)") }
        return Array(text.utf8)
    }

    private func isThere(_ files: FileAccess) throws(Failure) -> Bool {
        switch files.kind(path) {
        case nil, .barred: return false
        case .file, .other:
            throw Failure(.cannotWrite, at: path, "is a file", remedy: "Name a folder that is new or empty.")
        case .folder:
            let names: [String]
            do { names = try files.names(path).filter(Self.isContent).sorted() } catch { throw Failure(error) }
            guard let first = names.first else { return true }
            let more = names.count > 1 ? " and \(names.count - 1) more" : ""
            throw Failure(
                .cannotWrite, at: path, "the folder is not empty: it holds '\(first)'\(more)", remedy: "Name a folder that is new or empty."
            )
        }
    }

    /// Whether a name in the folder says that the folder is in use. A fresh clone of a repository is not: it has only hidden files, and
    /// those in which a repository speaks about itself.
    private static func isContent(_ name: String) -> Bool {
        !name.hasPrefix(".") && !systemFiles.contains(name.lowercased()) && !isOfRepository(name)
    }

    /// Whether a name is one of those under which a repository speaks about itself.
    static func isOfRepository(_ name: String) -> Bool {
        // A word may be followed by an extension or more words: `README.md`, `LICENSE-MIT`.
        let word = name.lowercased().prefix { $0.isLetter || $0 == "_" }
        return repositoryFiles.contains(String(word))
    }

    private static let systemFiles: Set = ["thumbs.db", "desktop.ini", "lost+found"]
    private static let repositoryFiles: Set = [
        "readme", "license", "licence", "copying", "notice", "authors", "contributing", "code_of_conduct", "security", "codeowners",
        "changelog", "licenses", "licences",
    ]

    private func remove(_ paths: [String], withFolder isNew: Bool) {
        let parts = Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) })
        for place in isNew ? [path] : parts.map({ SiteFolder.join(path, $0) }) where FileManager.default.fileExists(atPath: place) {
            do { try FileManager.default.removeItem(atPath: place) } catch {
                // The disk refuses this too. Without its configuration the folder is not a site, and a second attempt reports its contents.
                return
            }
        }
    }
}

/// The site with which a new one begins, as it is inside the command.
enum ExampleSite {
    /// - Throws: never with the files that come along; a test reads them.
    static func input() throws(Failure) -> SiteInput {
        let new = NewSite(path: "", language: "en").contents
        func bytes(_ path: String) -> [UInt8] { new.first { $0.path == path }?.bytes ?? [] }
        let snapshot: Snapshot
        do { snapshot = try Snapshot(decoding: bytes("data/snapshot.json"), path: "data/snapshot.json") } catch { throw Failure(error) }
        let configuration = try SiteConfiguration(yaml: bytes("hangar.yml"), file: "hangar.yml")
        return SiteInput(
            catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: PublicSource.url(of: snapshot.source), history: [],
            settings: SiteSettings(configuration), version: ProgramVersion.current)
    }
}
