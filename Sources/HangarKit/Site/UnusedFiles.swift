import SiteGenerator
import Support
import TemplateEngine

/// The files and folders that an operator put into a site folder for a purpose but that nothing reads. Each is probably a misspelling that
/// would go unnoticed.
struct UnusedFiles {
    let site: SiteFolder
    /// The folder to which the site is built. It may be in the site folder.
    let output: String
    /// The texts of the folder.
    let content: OwnContent

    private static let known = ["Templates", "assets", "content", "data", "hangar.yml", StaticFiles.folder]

    /// One warning for each file or folder.
    func warnings() throws(Failure) -> [Diagnostic] {
        try names() + templates() + content.warnings
    }

    private func names() throws(Failure) -> [Diagnostic] {
        let names = try site.files.visibleNames(in: site.path)
        let themeFolders = Set(Self.standardFolders)
        // On a disk that ignores case, 'templates' is read as 'Templates'.
        let missing = Self.known.filter { !names.contains($0) && site.files.kind(SiteFolder.join(site.path, $0)) == nil }
        var warnings: [Diagnostic] = []
        for name in names where !Self.known.contains(name) {
            if let meant = NameSuggestion.nearest(to: name, among: missing) {
                warnings.append(warning(name, "nothing reads this", "Did you mean \"\(meant)\"?"))
            } else if themeFolders.contains(name) {
                warnings.append(warning(name, "nothing reads this", "Did you mean \"Templates/\(name)\"?"))
            } else if site.files.kind(SiteFolder.join(site.path, name)) == .folder, !hasReason(name) {
                warnings.append(
                    warning(
                        name, "nothing reads this folder",
                        "What is to be published as it is belongs into \"static\"; a folder whose name begins with \"_\" is passed over."))
            }
        }
        return warnings
    }

    /// Whether a folder is there for others than the build: a site that was built, the notes of a repository, or what its name says.
    private func hasReason(_ name: String) -> Bool {
        let path = SiteFolder.join(site.path, name)
        return name.hasPrefix("_") || name == "public" || NewSite.isOfRepository(name)
            || site.files.kind(SiteFolder.join(path, ".hangar-manifest")) == .file || isOutput(path)
    }

    private func isOutput(_ path: String) -> Bool {
        do throws(Errno) {
            return try Folder.open(path, disk: .direct).ownStatus().isSameFile(as: Folder.open(output, disk: .direct).ownStatus())
        } catch {
            // The output is not there yet.
            return false
        }
    }

    private func templates() throws(Failure) -> [Diagnostic] {
        let standard = Theme.standard.templates.map(\.path)
        let pages = standard.filter { $0.hasPrefix("pages/") }
        let own = Set(site.configuration.pages.map(\.page.templatePath))
        let stems = Dictionary(standard.map { (Self.stem($0), $0) }, uniquingKeysWith: { first, _ in first })
        var warnings: [Diagnostic] = []
        for template in try site.files.paths(below: SiteFolder.join(site.path, "Templates"))
        where !standard.contains(template) && !own.contains(template) {
            let file = "Templates/" + template
            let folder = template.split(separator: "/").dropLast().first.map(String.init) ?? ""
            if SiteFolder.isWords(template) { continue }
            if template.hasPrefix("words/") {
                warnings.append(warning(file, "these words are not read", "Name the file by its language, as in words/de.yml."))
            } else if !template.hasSuffix(SiteFolder.templateSuffix) {
                warnings.append(warning(file, "this is not read as a template", "Let its name end in .mustache, or put it into assets/."))
            } else if let replaced = stems[Self.stem(template)] {
                warnings.append(warning(file, "this does not replace \"\(replaced)\"", "Did you mean \"\(replaced)\"?"))
            } else if template.hasPrefix("pages/") {
                let meant = NameSuggestion.nearest(to: Self.stem(template), among: pages.map(Self.stem)).flatMap { stems[$0] }
                let remedy = meant.map { "Did you mean \"\($0)\"?" } ?? pageRemedy(template)
                warnings.append(warning(file, "no page is made by this template", remedy))
            } else if !Self.standardFolders.contains(folder), let meant = NameSuggestion.nearest(to: folder, among: Self.standardFolders) {
                warnings.append(warning(file, "this replaces no template", "Did you mean the folder \"\(meant)\"?"))
            }
        }
        return warnings
    }

    /// - Parameter template: a template in the folder of pages that no page has.
    private func pageRemedy(_ template: String) -> String {
        let name = template.dropFirst("pages/".count).dropLast(".html.mustache".count)
        guard template.hasSuffix(".html.mustache"), name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            return "Put what others include into partials/."
        }
        return "A line in hangar.yml makes a page of it: \"pages: {\(name): Its title}\". What others include belongs into partials/."
    }

    private func warning(_ name: String, _ what: String, _ remedy: String) -> Diagnostic {
        Diagnostic(.warning, at: SiteFolder.join(site.path, name), what, remedy: remedy)
    }

    /// The folders of the default theme's templates: `layouts`, `pages`, `partials`, `words`.
    private static var standardFolders: [String] {
        Set((Theme.standard.templates + Theme.standard.words).compactMap { $0.path.split(separator: "/").first.map(String.init) }).sorted()
    }

    /// `partials/plate` for `partials/plate.html.mustache`. Other templates include the template by this name.
    private static func stem(_ template: String) -> String {
        let slash = template.lastIndex(of: "/") ?? template.startIndex
        return String(template[..<(template[slash...].firstIndex(of: ".") ?? template.endIndex)])
    }
}
