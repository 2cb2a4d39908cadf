import LaunchLibrary
import Publishing
import SiteGenerator

/// The work of a build: from a snapshot and what is in the site folder to the files of the site.
struct SiteBuild {
    let site: SiteFolder
    /// The folder that the site is published to.
    let output: String
    /// Publishes into a folder that holds files of others.
    let force: Bool

    /// - Parameters:
    ///   - start: of all of the work, by the edge's `uptime`.
    ///   - sourceDiagnostics: what came up when the snapshot was read.
    /// - Throws: a ``Failure``; the published site is then as it was.
    func run(_ snapshot: Snapshot, start: Double, sourceDiagnostics: [Diagnostic] = [], _ edge: Edge) throws(Failure) -> BuildSummary {
        let (history, historyWarnings) = try site.history()
        let diagnostics = sourceDiagnostics + historyWarnings + (try site.strays())
        for diagnostic in diagnostics { edge.console.report(diagnostic) }
        let pictures = try site.pictureCopies(snapshot.catalogue)
        let generator = try site.generator(for: snapshot, history: history, pictures: pictures)
        let options = PublishOptions(site.configuration.publish, force: force)
        let copies = pictures.values.flatMap { [$0.original] + ($0.thumbnail.map { [$0] } ?? []) }.sorted { $0.path < $1.path }
        let report = try Production(generator: generator, copies: copies, store: site.pictureStore, output: output, options: options).run()
        return BuildSummary(
            output: output, report: report, pages: generator.files.count(where: \.isPage), seconds: edge.uptime() - start,
            skipped: generator.skipped, warnings: diagnostics.filter { $0.severity == .warning })
    }
}
