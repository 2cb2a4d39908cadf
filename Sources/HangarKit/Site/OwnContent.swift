import SiteGenerator
import Support

/// The texts in `content/` of a site folder, each of which is a page or the text of one.
struct OwnContent {
    let pages: [OwnPage]
    /// What nothing reads, and what is read otherwise than its author may think.
    let warnings: [Diagnostic]

    static let folder = "content"

    /// - Throws: a ``Failure`` with status 65 that names every text that cannot be a page, or with status 66 when one cannot be read.
    init(_ site: SiteFolder) throws(Failure) {
        let languages = [site.configuration.language] + site.configuration.translations
        let root = SiteFolder.join(site.path, Self.folder)
        var warnings: [Diagnostic] = []
        var faults: [Diagnostic] = []
        var files: [ContentFile] = []
        for path in try site.files.paths(below: root, where: { !$0.hasPrefix(".") && !$0.hasPrefix("_") }) {
            let place = SiteFolder.join(root, path)
            do throws(ContentFile.Fault) {
                files.append(try ContentFile(path, languages: languages))
            } catch {
                switch error {
                case .unread(let remedy): warnings.append(Diagnostic(.warning, at: place, "nothing reads this", remedy: remedy))
                case .refused(let what, let remedy): faults.append(Diagnostic(.error, at: place, what, remedy: remedy))
                }
            }
        }
        var pages: [String: OwnPage] = [:]
        for group in Dictionary(grouping: files, by: { [$0.page, $0.language] }).values.sorted(by: { $0[0].path < $1[0].path }) {
            let (file, others) = Self.chosen(of: group)
            for other in others {
                let place = SiteFolder.join(root, other.path)
                if other.stem == file.stem || file.page == OwnPage.about {
                    warnings.append(Diagnostic(.warning, at: place, "nothing reads this", remedy: "Keep one of the two."))
                } else {
                    faults.append(
                        Diagnostic(.error, at: place, "\(file.path) has the same address, \(file.page)/", remedy: "Rename one of them."))
                }
            }
            do throws(Failure) {
                let read = try Self.text(of: file, SiteFolder.join(root, file.path), site)
                warnings += read.warnings
                if let text = read.text { pages[file.page, default: OwnPage(file.page, [:])].texts[file.language] = text }
            } catch {
                guard error.status == .badData else { throw error }
                faults += error.diagnostics
            }
        }
        guard faults.isEmpty else { throw Failure(.badData, faults.sorted { $0.place < $1.place }) }
        self.pages = pages.values.sorted { $0.name < $1.name }
        self.warnings = warnings.sorted { $0.place < $1.place }
    }

    /// The file that counts, of those for one page in one language.
    private static func chosen(of files: [ContentFile]) -> (ContentFile, [ContentFile]) {
        func rank(_ file: ContentFile) -> Int { ContentFile.suffixes.firstIndex { file.path.hasSuffix($0) } ?? 0 }
        let ordered = files.sorted { (rank($0), $0.path) < (rank($1), $1.path) }
        return (ordered[0], Array(ordered.dropFirst()))
    }

    private static func text(of file: ContentFile, _ origin: String, _ site: SiteFolder) throws(Failure) -> (
        text: OwnText?, warnings: [Diagnostic]
    ) {
        let matter = try FrontMatter(try site.ownText(origin), file: origin)
        let isEmpty = matter.text.allSatisfy(\.isWhitespace)
        if matter.isDraft || (isEmpty && file.page == OwnPage.about) { return (nil, matter.warnings) }
        guard !isEmpty else {
            return (
                nil,
                matter.warnings + [
                    Diagnostic(.warning, at: origin, "there is no text in it, so no page is made", remedy: "Write one, or remove the file.")
                ]
            )
        }
        return (
            OwnText(
                String(matter.text), form: file.form, title: matter.title, description: matter.description, origin: origin,
                firstLine: matter.firstLine), matter.warnings
        )
    }
}

extension OwnContent {
    /// Faults of the configuration that only the files show: pages that are not there, or whose address another page has.
    ///
    /// - Parameter theme: the site's own theme.
    func configurationFaults(_ site: SiteFolder, _ theme: Theme) -> [Diagnostic] {
        let configuration = site.configuration
        var faults: [Diagnostic] = []
        let texts = Set(pages.map(\.name))
        for configured in configuration.pages {
            let name = configured.page.name
            let template = configured.page.templatePath
            let file = SiteFolder.join(site.path, "Templates/" + template)
            func add(_ what: String, _ remedy: String) {
                faults.append(Diagnostic(.error, at: configured.place, "pages › \(name): \(what)", remedy: remedy))
            }
            let isOfTheTheme = Theme.standard.templates.contains { $0.path == template }
            if SiteGenerator.reservedNames.contains(name)
                || ContentFile.isFolder(name, ofAnyOf: [configuration.language] + configuration.translations)
                || (isOfTheTheme && configured.page.template == name)
            {
                add("the site has a page of its own of this name", "Give the template and this page another name.")
            } else if isOfTheTheme {
                add("the template \(template) makes pages of the theme", "Give a template of your own another name, and name that here.")
            } else if texts.contains(name) {
                add("a text in content/ has the same address, \(name)/", "Rename one of them.")
            } else if !theme.templates.contains(where: { $0.path == template }) {
                let near = NameSuggestion.nearest(to: template, among: theme.templates.map(\.path).filter { $0.hasPrefix("pages/") })
                add("there is no template \(file)", near.map { "Did you mean \"\($0)\"?" } ?? "Write it, or remove this line.")
            }
        }
        // A text for 'About' is no page of its own.
        let parts = SitePart.allCases.map(\.rawValue)
        let known = parts + configuration.pages.map(\.page.name) + texts.filter { !parts.contains($0) }.sorted()
        for configured in configuration.navigation ?? [] {
            guard case .page(let name, _) = configured.item, !known.contains(name) else { continue }
            let near = NameSuggestion.nearest(to: name, among: known).map { "Did you mean \"\($0)\"?" }
            faults.append(
                Diagnostic(
                    .error, at: configured.place, "navigation: there is no page '\(name)'",
                    remedy: near ?? "There are \(known.joined(separator: ", "))."))
        }
        return faults
    }
}
