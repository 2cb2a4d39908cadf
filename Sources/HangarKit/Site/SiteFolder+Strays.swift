import SiteGenerator
import Support
import TemplateEngine

extension SiteFolder {
    private static let known = ["Templates", "assets", "content", "data", "hangar.yml"]

    /// Files that an operator put here for a purpose, and that nothing reads: each is a misspelling that would go unnoticed.
    func strays() throws(Failure) -> [Diagnostic] {
        try strayNames() + strayTemplates() + strayContent()
    }

    private func strayNames() throws(Failure) -> [Diagnostic] {
        let names = try files.visibleNames(in: path)
        let themeFolders = Set(Self.standardFolders)
        // On a disk that takes 'templates' for 'Templates', the folder is read whatever its case.
        let missing = Self.known.filter { !names.contains($0) && files.kind(Self.join(path, $0)) == nil }
        var strays: [Diagnostic] = []
        for name in names where !Self.known.contains(name) {
            if let meant = NameSuggestion.nearest(to: name, among: missing) {
                strays.append(stray(name, "nothing reads this", "Did you mean \"\(meant)\"?"))
            } else if themeFolders.contains(name) {
                strays.append(stray(name, "nothing reads this", "Did you mean \"Templates/\(name)\"?"))
            }
        }
        return strays
    }

    private func strayTemplates() throws(Failure) -> [Diagnostic] {
        let standard = Theme.standard.templates.map(\.path)
        let pages = standard.filter { $0.hasPrefix("pages/") }
        let stems = Dictionary(standard.map { (Self.stem($0), $0) }, uniquingKeysWith: { first, _ in first })
        var strays: [Diagnostic] = []
        for template in try files.paths(below: Self.join(path, "Templates")) where !standard.contains(template) {
            let file = "Templates/" + template
            let folder = template.split(separator: "/").dropLast().first.map(String.init) ?? ""
            if !template.hasSuffix(Self.templateSuffix) {
                strays.append(stray(file, "this is not read as a template", "Let its name end in .mustache, or put it into assets/."))
            } else if let replaced = stems[Self.stem(template)] {
                strays.append(stray(file, "this does not replace \"\(replaced)\"", "Did you mean \"\(replaced)\"?"))
            } else if template.hasPrefix("pages/") {
                let meant = NameSuggestion.nearest(to: Self.stem(template), among: pages.map(Self.stem)).flatMap { stems[$0] }
                let remedy = meant.map { "Did you mean \"\($0)\"?" } ?? "Put what others include into partials/."
                strays.append(stray(file, "no page is made by this template", remedy))
            } else if !Self.standardFolders.contains(folder), let meant = NameSuggestion.nearest(to: folder, among: Self.standardFolders) {
                strays.append(stray(file, "this replaces no template", "Did you mean the folder \"\(meant)\"?"))
            }
        }
        return strays
    }

    private func strayContent() throws(Failure) -> [Diagnostic] {
        let names = try files.paths(below: Self.join(path, "content"))
        let read = Self.aboutNames.first { names.contains($0) }
        return names.filter { $0 != read }.map { name in
            let remedy =
                Self.aboutNames.contains(name)
                ? "Keep one of the two." : "The words of the page 'About' stand in \"content/about.html\" or \"content/about.txt\"."
            return stray("content/" + name, "nothing reads this", remedy)
        }
    }

    private func stray(_ name: String, _ what: String, _ remedy: String) -> Diagnostic {
        Diagnostic(.warning, at: Self.join(path, name), what, remedy: remedy)
    }

    /// `layouts`, `pages`, `partials`.
    private static var standardFolders: [String] {
        Set(Theme.standard.templates.compactMap { $0.path.split(separator: "/").first.map(String.init) }).sorted()
    }

    /// `partials/plate` of `partials/plate.html.mustache`: by this name others include it.
    private static func stem(_ template: String) -> String {
        let slash = template.lastIndex(of: "/") ?? template.startIndex
        return String(template[..<(template[slash...].firstIndex(of: ".") ?? template.endIndex)])
    }
}
