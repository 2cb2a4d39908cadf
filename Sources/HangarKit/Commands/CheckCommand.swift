import ArgumentParser
import SiteCheck
import SiteGenerator
import Support

/// Checks whether a finished site is consistent. With `--templates` it checks the theme of a site folder.
public struct CheckCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a finished site: links, fragments, credits, XML, JSON, nesting, what its policy blocks.",
        discussion:
            "With --templates it checks the theme of a site folder instead, and lists the templates and the fields of views that nothing uses."
    )

    @Argument(help: ArgumentHelp("The folder of the site.", valueName: "output"))
    var output = "public"

    @Flag(help: "Checks the templates instead of a finished site.")
    var templates = false

    @OptionGroup var site: SiteOptions

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// - Throws: a ``Failure`` with status 65 that names every problem, or with status 66 when there is no site to check.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        if templates { try checkTemplates(environment) } else { try checkOutput(environment) }
    }

    private func checkOutput(_ environment: CommandEnvironment) throws(Failure) {
        let console = environment.console
        let report: CheckReport
        do { report = try SiteChecker(output: output).check() } catch { throw Failure(error) }
        if report.isUnfinished { console.report(unfinished) }
        let search = report.warnings.contains { !$0.source.isEmpty } ? templateSearch(environment) : nil
        for warning in report.warnings {
            console.report(diagnostic(.warning, warning, template: search?.place(of: warning.source, inLine: warning.sourceLine)))
        }
        let setAside = PublishedSetAside(output: output, files: environment.files).diagnostics
        for warning in console.verbosity == .verbose ? setAside : setAside.limited(.warning) { console.report(warning) }
        guard report.problems.isEmpty else { throw Failure(.badData, report.problems.map { diagnostic(.error, $0) }) }
        guard console.verbosity != .quiet else { return }
        let counts = report.counts
        let warnings = report.warnings.count + setAside.count + (report.isUnfinished ? 1 : 0)
        try console.print(
            "\(output): \(counts.links) links in \(counts.pages) pages (\(counts.files) files) lead where they should; "
                + "\(counts.externalLinks) links to other sites not followed; \(warnings) warnings")
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
        let theme = Theme.standard.overlaid(by: try folder.ownTheme())
        try Failure.throwIfAny(theme.assetFaults)
        let report: ThemeReport
        do { report = try ThemeReport(theme, language: folder.configuration.language) } catch { throw Failure(error) }
        for template in report.unusedTemplates { try console.print("unused template: \(template)") }
        for view in report.unusedFields {
            for field in view.fields { try console.print("unused field: \(view.template): \(field)") }
        }
        guard console.verbosity != .quiet else { return }
        let fields = report.unusedFields.reduce(0) { $0 + $1.fields.count }
        try console.print(
            "\(theme.templates.count) templates are sound; \(report.unusedTemplates.count) unused templates, \(fields) unused fields")
    }
}
