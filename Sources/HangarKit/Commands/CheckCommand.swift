import ArgumentParser
import SiteCheck
import SiteGenerator
import Support
import TemplateEngine

/// Checks whether a finished site is consistent. With `--templates` it checks the theme of a site folder, with `--credits` its pictures.
public struct CheckCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a finished site: links, fragments, credits, XML, JSON, nesting, what its policy blocks.",
        discussion: """
            With --templates it checks the theme of a site folder instead, and lists the templates that nothing uses; with --verbose, the fields of views too.

            With --credits it checks the pictures of a site folder's snapshot: those of each class of licences, without a credit or a known licence, licences
            whose terms cannot be followed, and credits that are one but for their spelling. Where the folder of the finished site is there, the exit status
            is 65 when a page shows a picture otherwise than the configuration says.
            """)

    @Argument(help: ArgumentHelp("The folder of the site.", valueName: "output"), completion: .directory)
    var output = "public"

    @Flag(help: "Checks the templates instead of a finished site.")
    var templates = false

    @Flag(help: "Checks the credits and licences of the pictures.")
    var credits = false

    @OptionGroup var site: SiteOptions

    @Flag(help: "Reports as one JSON object, a failure too.")
    var json = false

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }
    public var reportsJSON: Bool { json }

    /// - Throws: a ``Failure`` with status 65 that names every problem, or with status 66 when there is no site to check.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        if templates {
            try checkTemplates(environment)
        } else if credits {
            try checkCredits(environment)
        } else {
            try checkOutput(environment)
        }
    }

    public func validate() throws {
        if templates && credits { throw ValidationError("--templates and --credits cannot be given together.") }
    }

    /// What the source lacks is a result and no fault. A picture on a page against the configuration is one.
    private func checkCredits(_ environment: CommandEnvironment) throws(Failure) {
        let folder = try site.folder(in: environment)
        let snapshot = try folder.snapshot()
        var shown: [ShownPictures.Picture]?
        if environment.files.kind(output) == .folder {
            do { shown = try ShownPictures.all(in: output) } catch { throw Failure(error) }
        }
        let audit = CreditsAudit(
            snapshot.catalogue, folder.configuration.images, baseURL: folder.configuration.baseURL, shown: shown)
        let report = CreditsReport(snapshot: folder.snapshotPath, output: shown == nil ? nil : output, audit: audit)
        let console = environment.console
        if !json, console.verbosity != .quiet { for line in report.lines { try console.print(line) } }
        let errors = report.errors { SiteFolder.join(output, $0) }
        guard errors.isEmpty else {
            var failure = Failure(.badData, errors)
            failure.report = report.json
            throw failure
        }
        if json { try console.writeOutput(JSONReport(command: Self.name, members: report.json).json) }
    }

    private func checkOutput(_ environment: CommandEnvironment) throws(Failure) {
        let console = environment.console
        let report: CheckReport
        do { report = try SiteChecker(output: output).check() } catch { throw Failure(error) }
        let search = report.warnings.contains { !$0.source.isEmpty } ? templateSearch(environment) : nil
        let found =
            (report.isUnfinished ? [unfinished] : [])
            + report.warnings.map { diagnostic(.warning, $0, template: search?.place(of: $0.source, inLine: $0.sourceLine)) }
        let setAside = PublishedSetAside(output: output, files: environment.files).diagnostics
        for warning in found + (console.verbosity == .verbose ? setAside : setAside.limited(.warning)) { console.report(warning) }
        let members = json(report.counts, warnings: found + setAside)
        guard report.problems.isEmpty else {
            var failure = Failure(.badData, report.problems.map { diagnostic(.error, $0) })
            failure.report = members
            throw failure
        }
        if json { return try console.writeOutput(JSONReport(command: Self.name, members: members).json) }
        guard console.verbosity != .quiet else { return }
        let counts = report.counts
        try console.print(
            "\(output): \(counts.links) links in \(counts.pages) pages (\(counts.files) files) lead where they should; "
                + "\(counts.externalLinks) links to other sites not followed; \(found.count + setAside.count) warnings")
    }

    private func json(_ counts: CheckReport.Counts, warnings: [Diagnostic]) -> TemplateObject {
        [
            "output": .text(output),
            "counts": [
                "files": .integer(counts.files), "pages": .integer(counts.pages), "links": .integer(counts.links),
                "external_links": .integer(counts.externalLinks), "bytes": .integer(counts.bytes),
            ],
            "warnings": .list(warnings.map(\.json)),
        ]
    }

    private var unfinished: Diagnostic {
        Diagnostic(.warning, at: output, "a build was interrupted, or is still at work", remedy: "Run hangar build to finish it.")
    }

    private func diagnostic(
        _ severity: Diagnostic.Severity, _ problem: CheckReport.Problem, template: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, at: "\(SiteFolder.join(output, problem.file)):\(problem.line):\(problem.column)", problem.what,
            remedy: problem.remedy.asSentence + (template.map { " It comes from \($0)." } ?? ""))
    }

    /// Nil without a site folder, because a finished site can be checked without it.
    private func templateSearch(_ environment: CommandEnvironment) -> TemplateSearch? {
        do throws(Failure) {
            return TemplateSearch(try site.folder(in: environment).ownTheme())
        } catch {
            return nil
        }
    }

    /// Unused templates and fields are results, not faults, because an author may intend them.
    private func checkTemplates(_ environment: CommandEnvironment) throws(Failure) {
        let console = environment.console
        let folder = try site.folder(in: environment)
        let own = try folder.ownTheme()
        let missing = try OwnContent(folder).configurationFaults(folder, own)
        guard missing.isEmpty else { throw Failure(.configuration, missing) }
        let theme = Theme.standard.overlaid(by: own)
        try Failure.throwIfAny(theme.assetFaults)
        let report: ThemeReport
        do {
            report = try ThemeReport(
                theme, language: folder.configuration.language, translations: folder.configuration.translations,
                pages: folder.configuration.pages.map(\.page))
        } catch { throw Failure(error) }
        let warnings = report.warnings.map { Diagnostic($0, .warning) }
        for warning in warnings { console.report(warning) }
        let fields = report.unusedFields.flatMap { view in view.fields.map { "\(view.template): \($0)" } }
        if json {
            let members: TemplateObject = [
                "site": .text(folder.path), "templates": .integer(theme.templates.count),
                "unused_templates": .list(report.unusedTemplates.map { .text($0) }), "unused_fields": .list(fields.map { .text($0) }),
                "warnings": .list(warnings.map(\.json)),
            ]
            return try console.writeOutput(JSONReport(command: Self.name, members: members).json)
        }
        for template in report.unusedTemplates { try console.print("unused template: \(template)") }
        if console.verbosity == .verbose { for field in fields { try console.print("unused field: \(field)") } }
        guard console.verbosity != .quiet else { return }
        let names = fields.isEmpty || console.verbosity == .verbose ? "" : "; --verbose names them"
        try console.print(
            "\(theme.templates.count) templates are sound; \(report.unusedTemplates.count) unused templates, \(fields.count) unused fields\(names)"
        )
    }
}

/// Finds the template from which a tag of a page comes, by the text that a template writes unchanged.
private struct TemplateSearch {
    private let templates: [Theme.File]

    init(_ theme: Theme) { templates = theme.templates.filter { $0.path.hasSuffix(".html.mustache") } }

    /// `Templates/partials/header.html.mustache:3`. Nil if no place, or more than one, is possible.
    ///
    /// - Parameters:
    ///   - tag: the tag as it is on the page.
    ///   - line: its line there.
    func place(of tag: String, inLine line: String) -> String? {
        guard !tag.isEmpty else { return nil }
        if let place = onlyPlace(of: tag, besides: nil) { return place }
        if line.contains(tag), let place = onlyPlace(of: line, besides: nil) { return place }
        // A tag with an address or a name of the page in it has parts that are the same on all pages.
        let name = tag.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        let parts = tag.dropFirst(name.count).split(whereSeparator: \.isWhitespace).map { $0.trimmingTagEnd }.filter { $0.utf8.count >= 6 }
        for part in parts.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            if let place = onlyPlace(of: part, besides: String(name)) { return place }
        }
        return nil
    }

    /// - Parameter name: a text that must be in the same line.
    private func onlyPlace(of text: String, besides name: String?) -> String? {
        var found: [String] = []
        for template in templates {
            let content = String(decoding: template.bytes, as: UTF8.self)
            guard content.contains(text) else { continue }
            for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                guard line.contains(text), name.map({ line.contains($0) }) ?? true else { continue }
                found.append("\(template.origin):\(index + 1)")
                if found.count > 1 { return nil }
            }
        }
        return found.first
    }
}

extension Substring {
    fileprivate var trimmingTagEnd: String { String(hasSuffix(">") ? dropLast() : self) }
}

/// The records of a published site that are of an earlier date than the others, from its download of the craft.
private struct PublishedSetAside {
    let output: String
    let files: FileAccess

    private var path: String { SiteFolder.join(output, "data/spacecraft.json") }

    /// One warning for each record. There are none when the site has no download.
    var diagnostics: [Diagnostic] {
        guard files.kind(path) == .file else { return [] }
        let bytes: [UInt8]
        do { bytes = try files.contents(path) } catch { return [] }
        let records = JSONDocument(ifReadable: bytes)?.root["set_aside"]?.elements ?? []
        return records.map { record in
            let id = record["id"]?.int.map { " \($0)" } ?? ""
            let name = record["name"]?.string.map { " (\($0))" } ?? ""
            let date = record["as_of"]?.string.map { "of \($0.prefix(10))" } ?? "of an earlier date"
            return Diagnostic(
                .warning, at: path, "\(record["kind"]?.string ?? "record")\(id)\(name) is \(date): the source's record cannot be used",
                remedy: "Report it to the source if it stays so.")
        }
    }
}
