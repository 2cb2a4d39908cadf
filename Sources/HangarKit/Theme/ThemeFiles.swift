import SiteGenerator
import Support

/// The files of a theme by their paths in a site folder: `Templates/pages/home.html.mustache`, `Templates/words/de.yml`, `assets/site.css`.
struct ThemeFiles {
    struct File {
        let path: String
        let contents: Theme.File
        /// Words replace those of the built-in file key by key, other files as a whole.
        let isWords: Bool

        var bytes: [UInt8] { contents.bytes }
    }

    /// In the byte order of their paths.
    let files: [File]

    init(_ theme: Theme) {
        let templates = theme.templates.map { File(path: "Templates/" + $0.path, contents: $0, isWords: false) }
        let words = theme.words.map { File(path: "Templates/" + $0.path, contents: $0, isWords: true) }
        let assets = theme.assets.map { File(path: "assets/" + $0.path, contents: $0, isWords: false) }
        files = (templates + words + assets).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The theme that is inside the command.
    static let builtIn = ThemeFiles(.standard)

    subscript(path: String) -> File? { files.first { $0.path == path } }

    /// The file that an operator names: `Templates/partials/plate.html.mustache`, also without the first folder, or with the path of the site
    /// folder before it.
    func file(named name: String, site: String) -> File? {
        let prefix = SiteFolder.join(site, "")
        let path = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        return self[path] ?? self["Templates/" + path] ?? self["assets/" + path]
    }

    /// The file with the name nearest to the one that an operator wrote. Folders and the ends of names are alike everywhere, so they do not
    /// count.
    func nearest(to name: String) -> String? {
        func stem(_ path: String) -> String { String(FilePath.split(path).name.prefix { $0 != "." }) }
        let near = NameSuggestion.nearest(to: stem(name), among: files.map { stem($0.path) })
        return files.first { stem($0.path) == near }?.path
    }
}
