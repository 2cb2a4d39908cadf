import LaunchLibrary
import SiteGenerator
import TemplateEngine

/// `hangar check --templates`: the faults of a site's theme, and what it leaves unused.
public struct CheckTemplatesCommand: Sendable {
    public var site: String?

    public init() {}

    /// Unused templates and fields are results, not faults: an author may want them so.
    ///
    /// - Throws: a ``Failure`` with status 65 that names every fault of the templates.
    public func run(_ edge: Edge) throws(Failure) {
        let theme = Theme.standard.overlaid(by: try SiteFolder(site, files: edge.files).ownTheme())
        let report: ThemeReport
        do { report = try ThemeReport(theme) } catch { throw Failure(error) }
        for template in report.unusedTemplates { try edge.console.print("unused template: \(template)") }
        for view in report.unusedFields {
            for field in view.fields { try edge.console.print("unused field: \(view.template): \(field)") }
        }
        guard edge.console.verbosity != .quiet else { return }
        let fields = report.unusedFields.reduce(0) { $0 + $1.fields.count }
        try edge.console.print(
            "\(theme.templates.count) templates are sound; \(report.unusedTemplates.count) unused templates, \(fields) unused fields")
    }
}
