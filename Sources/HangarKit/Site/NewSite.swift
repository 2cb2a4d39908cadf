import Foundation
import LaunchLibrary
import Publishing
import SiteGenerator
import Support

/// A new site folder before any editing: the example site's configuration and records, and the theme's templates and assets.
struct NewSite {
    let path: String
    /// The language of the pages, a BCP 47 tag.
    let language: String

    /// The files in the order of writing. The configuration comes last because it makes the folder a site.
    var contents: [(path: String, bytes: [UInt8])] {
        Theme.standard.templates.map { ("Templates/" + $0.path, $0.bytes) } + Theme.standard.assets.map { ("assets/" + $0.path, $0.bytes) }
            + EmbeddedSite.snapshot.map { ("data/snapshot.json", $0.contents.bytes) }
            + EmbeddedSite.configuration.map { ("hangar.yml", configured($0.contents.bytes)) }
    }

    /// - Throws: a ``Failure`` with status 73. The files written so far are removed again.
    func create(_ files: FileAccess) throws(Failure) {
        let wasThere = try isThere(files)
        do throws(OutputError) {
            for file in contents {
                try AtomicFile.replace(SiteFolder.join(path, file.path), with: file.bytes, elsewhere: "name another folder")
            }
        } catch {
            remove(withFolder: !wasThere)
            throw Failure(error)
        }
    }

    /// The number of craft in the initial records.
    func craftCount() throws(Failure) -> Int {
        guard let bytes = contents.first(where: { $0.path == "data/snapshot.json" })?.bytes else { return 0 }
        do { return try Snapshot(decoding: bytes, path: "data/snapshot.json").catalogue.spacecraft.count } catch { throw Failure(error) }
    }

    private func configured(_ configuration: [UInt8]) -> [UInt8] {
        Array(String(decoding: configuration, as: UTF8.self).replacing("\nlanguage: en\n", with: "\nlanguage: \(language)\n").utf8)
    }

    private func isThere(_ files: FileAccess) throws(Failure) -> Bool {
        switch files.kind(path) {
        case nil: return false
        case .file:
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
        guard !name.hasPrefix("."), !systemFiles.contains(name.lowercased()) else { return false }
        // A word may be followed by an extension or more words: `README.md`, `LICENSE-MIT`.
        let word = name.lowercased().prefix { $0.isLetter || $0 == "_" }
        return !repositoryFiles.contains(String(word))
    }

    private static let systemFiles: Set = ["thumbs.db", "desktop.ini", "lost+found"]
    private static let repositoryFiles: Set = [
        "readme", "license", "licence", "copying", "notice", "authors", "contributing", "code_of_conduct", "security", "codeowners",
        "changelog", "licenses", "licences",
    ]

    private func remove(withFolder isNew: Bool) {
        let parts = Set(contents.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        for place in isNew ? [path] : parts.map({ SiteFolder.join(path, $0) }) where FileManager.default.fileExists(atPath: place) {
            do { try FileManager.default.removeItem(atPath: place) } catch {
                // The disk refuses this too. Without its configuration the folder is not a site, and a second attempt reports its contents.
                return
            }
        }
    }
}
