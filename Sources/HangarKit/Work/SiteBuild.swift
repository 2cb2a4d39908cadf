import LaunchLibrary
import Publishing
import SiteGenerator
import Support

/// The work of a build: from records and what is in the site folder to the files of the site.
struct SiteBuild {
    let site: SiteFolder
    /// Where the records come from; empty for the site's snapshot.
    var from: [String] = []
    /// The folder that the site is published to.
    let output: String
    /// Publishes into a folder that holds files of others.
    let force: Bool

    /// - Parameter start: of all of the work, by the edge's `uptime`.
    /// - Throws: a ``Failure``; the published site is then as it was.
    func run(start: Double, _ edge: Edge) async throws(Failure) -> BuildSummary {
        let inputs = try BuildInputs(site, edge)
        let memory = BuildMemory(edge)
        switch try await begin(inputs, memory, edge) {
        case .nothingToDo(let last, let report):
            let summary = try summary(of: last, report, start: start, edge)
            edge.console.report(Diagnostic(.note, at: output, "nothing has changed since the last build, so nothing was rendered"))
            return summary
        case .records(let records):
            return try build(records, inputs, memory, start: start, edge)
        }
    }

    private enum Beginning {
        case nothingToDo(LastBuild, PublishReport)
        case records(RecordSource.Records)
    }

    /// The bytes of the records are needed only in here.
    private func begin(_ inputs: BuildInputs, _ memory: BuildMemory?, _ edge: Edge) async throws(Failure) -> Beginning {
        let source = try RecordSource(site, from: from)
        if let last = memory?.lastBuild(into: output), let report = try report(of: last, source, inputs, edge.files) {
            return .nothingToDo(last, report)
        }
        return .records(try await source.read(site, edge))
    }

    private func build(
        _ records: RecordSource.Records, _ inputs: BuildInputs, _ memory: BuildMemory?, start: Double, _ edge: Edge
    ) throws(Failure) -> BuildSummary {
        let (history, historyWarnings) = site.history(decoding: inputs.history)
        let diagnostics = records.diagnostics + historyWarnings
        let strays = try site.strays()
        for diagnostic in diagnostics + strays { edge.console.report(diagnostic) }
        let pictures = try site.pictureCopies(records.snapshot.catalogue)
        let generator = try site.generator(
            for: records.snapshot, history: history, theme: inputs.theme, about: inputs.about, pictures: pictures)
        let fingerprint = memory == nil ? nil : inputs.fingerprint(records: records.digest)
        let copies = pictures.values.flatMap { [$0.original, $0.thumbnail].compactMap(\.self) }.sorted { $0.path < $1.path }
        let report = try Production(
            generator: generator, copies: copies, store: site.pictureStore, output: output, options: options(seals: fingerprint != nil)
        ).run()
        let pages = generator.files.count(where: \.isPage)
        let skipped = generator.skipped
        FreeElsewhere.free(consume generator)
        if let memory, let fingerprint, let seal = report.seal {
            let build = LastBuild(
                inputs: fingerprint, seal: seal, pages: pages, skipped: skipped, diagnostics: diagnostics, places: places)
            remember(build, in: memory, edge)
        }
        return BuildSummary(
            output: output, report: report, pages: pages, seconds: edge.uptime() - start, skipped: skipped,
            warnings: (diagnostics + strays).filter { $0.severity == .warning })
    }

    private func options(seals: Bool) -> PublishOptions {
        PublishOptions(site.configuration.publish, force: force, seals: seals)
    }

    /// What the command line named.
    private var places: [String] { [site.path] + from }
}

extension SiteBuild {
    /// What a build would report now, if everything that the site is made of is as it was at the last build, and so are the published files.
    private func report(
        of last: LastBuild, _ source: RecordSource, _ inputs: BuildInputs, _ files: FileAccess
    ) throws(Failure) -> PublishReport? {
        guard last.diagnostics.isEmpty || last.places == places else { return nil }
        guard inputs.fingerprint(records: source.digest(files)) == last.inputs else { return nil }
        do { return try Publisher(output: output, options: options(seals: true)).report(ifSealed: last.seal) } catch {
            throw Failure(error)
        }
    }

    private func summary(of last: LastBuild, _ report: PublishReport, start: Double, _ edge: Edge) throws(Failure) -> BuildSummary {
        let diagnostics = last.diagnostics + (try site.strays())
        for diagnostic in diagnostics { edge.console.report(diagnostic) }
        return BuildSummary(
            output: output, report: report, pages: last.pages, seconds: edge.uptime() - start, skipped: last.skipped,
            warnings: diagnostics.filter { $0.severity == .warning })
    }

    /// The site is published; not to remember it only makes the next build do more.
    private func remember(_ build: LastBuild, in memory: BuildMemory, _ edge: Edge) {
        do throws(Failure) {
            try memory.keep(build, into: output)
        } catch {
            for diagnostic in error.diagnostics {
                edge.console.report(Diagnostic(.note, at: diagnostic.place, diagnostic.what, remedy: "The next build looks at everything."))
            }
        }
    }
}
