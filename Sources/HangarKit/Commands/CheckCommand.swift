import LaunchLibrary
import SiteCheck

/// `hangar check`: whether a finished site holds together.
public struct CheckCommand: Sendable {
    public var output = "public"

    public init() {}

    /// - Throws: a ``Failure`` with status 65 that names every problem, or 66 where there is no site to check.
    public func run(_ edge: Edge) throws(Failure) {
        let report: CheckReport
        do { report = try SiteChecker(output: output).check() } catch { throw Failure(error) }
        if report.isUnfinished { edge.console.report(unfinished) }
        for warning in report.warnings { edge.console.report(diagnostic(.warning, warning)) }
        guard report.problems.isEmpty else { throw Failure(.badData, report.problems.map { diagnostic(.error, $0) }) }
        guard edge.console.verbosity != .quiet else { return }
        let counts = report.counts
        let warnings = report.warnings.count + (report.isUnfinished ? 1 : 0)
        try edge.console.print(
            "\(output): \(counts.links) links in \(counts.pages) pages (\(counts.files) files) lead where they should; "
                + "\(counts.externalLinks) links to other sites not followed; \(warnings) warnings")
    }

    private var unfinished: Diagnostic {
        Diagnostic(.warning, at: output, "a build was interrupted, or is still at work", remedy: "Run hangar build to finish it.")
    }

    private func diagnostic(_ severity: Diagnostic.Severity, _ problem: CheckReport.Problem) -> Diagnostic {
        Diagnostic(
            severity, at: "\(SiteFolder.join(output, problem.file)):\(problem.line):\(problem.column)", problem.what,
            remedy: problem.remedy.asSentence)
    }
}
