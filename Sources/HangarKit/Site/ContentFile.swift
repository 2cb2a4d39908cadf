import SiteGenerator
import Support

/// The name of a file in `content/`: of which page, in which language and form it is the text. `museum/Opening hours.de.md` is that of
/// `museum/opening-hours` in German.
struct ContentFile {
    enum Fault: Error {
        /// Nothing reads it.
        case unread(remedy: String)
        /// It cannot be published.
        case refused(what: String, remedy: String)
    }

    /// The path below `content/`.
    let path: String
    /// The name of the page.
    let page: String
    let language: String
    let form: OwnText.Form
    /// The path without language and form. Of two files with the same one counts.
    let stem: String

    /// In the order in which they count.
    static let suffixes = [".html", ".md", ".txt"]

    /// - Parameter languages: the tags of the site's languages, its own first.
    init(_ path: String, languages: [String]) throws(Fault) {
        let (folder, name) = FilePath.split(path)
        guard let suffix = Self.suffixes.first(where: { name.hasSuffix($0) && name.count > $0.count }) else {
            throw .unread(
                remedy: Self.suffixes.contains { name.lowercased().hasSuffix($0) }
                    ? "Let its name end in small letters."
                    : "The text of a page ends in .md, .html or .txt; other files belong into static/ or assets/.")
        }
        var base = String(name.dropLast(suffix.count))
        var language = languages.first ?? ""
        if let dot = base.lastIndex(of: "."), dot > base.startIndex {
            let tag = String(base[base.index(after: dot)...])
            if let own = languages.first(where: { $0.lowercased() == tag.lowercased() }) {
                language = own
                base = String(base[..<dot])
            } else if LanguageTag.isOne(tag) {
                throw .unread(remedy: "The site has no language '\(tag)': its languages are \(languages.joined(separator: ", ")).")
            }
        }
        if let first = path.split(separator: "/").first.map(String.init), path.contains("/"), languages.contains(first) {
            throw .refused(
                what: "the folder has the name of a language of the site",
                remedy: "Name the language in the file: \(path.dropFirst(first.count + 1).dropLast(suffix.count)).\(first)\(suffix).")
        }
        let segments = folder.split(separator: "/").map(String.init) + [base]
        let slugs = segments.map(Slug.make)
        guard !slugs.contains("") else {
            throw .refused(
                what: "its name gives no address, which is made of letters a to z and digits",
                remedy: "Name it so, such as contact.md, and write its title above the text, as \"title: …\" between two lines ---.")
        }
        let page = slugs.joined(separator: "/")
        guard !Self.isFolder(slugs[0], ofAnyOf: languages) else {
            throw .refused(what: "the pages in the language '\(slugs[0])' have this address", remedy: "Give it another name.")
        }
        if page != OwnPage.about, SiteGenerator.reservedNames.contains(slugs[0]) {
            throw .refused(
                what: "the site has pages of its own at \(slugs[0])/",
                remedy: page == "index" ? "The home page is made from Templates/pages/home.html.mustache." : "Give it another name.")
        }
        self.path = path
        self.page = page
        self.language = language
        form = suffix == ".md" ? .markdown : .html
        stem = (folder.isEmpty ? "" : folder + "/") + base
    }

    /// Whether the pages in one of a site's languages are in a folder of this name.
    static func isFolder(_ name: String, ofAnyOf languages: [String]) -> Bool { languages.dropFirst().contains { $0.lowercased() == name } }
}
