import HTMLSanitizer
import LaunchLibrary
import Publishing
import SiteGenerator
import Support
import TemplateEngine

/// The work of a build. It makes the files of the site from the records and the content of the site folder.
struct SiteBuild {
    let site: SiteFolder
    /// The locations of the records. It is empty when the records come from the site's snapshot.
    var from: [String] = []
    /// Whether an API is asked that wants no request yet.
    var askAnyway = false
    /// The folder to which the site is published.
    let output: String
    /// Whether to publish into a folder that holds files from other sources.
    let force: Bool
    /// Measures the build. Nil when nobody asks.
    var profile: BuildProfile?

    /// - Parameter start: the start of the whole work, by the environment's `uptime`.
    /// - Throws: a ``Failure``. The published site is then unchanged.
    func run(start: Double, in environment: CommandEnvironment) async throws(Failure) -> BuildSummary {
        let inputs = try BuildInputs(site, in: environment)
        let cache = BuildCache(environment)
        let last = cache?.lastBuild(into: output)
        switch try await begin(inputs, last, in: environment) {
        case .nothingToDo(let last, let report):
            profile?.finish(.reading)
            profile?.countAllKept(report.files)
            let summary = try summary(of: last, report, inputs, start: start, in: environment)
            environment.console.report(Diagnostic(.note, at: output, "nothing has changed since the last build, so nothing was rendered"))
            return summary
        case .records(let records, let theme):
            return try await build(records, theme, inputs, cache, last, start: start, in: environment)
        }
    }

    private enum Beginning {
        case nothingToDo(CachedBuild, PublishReport)
        case records(RecordSource.Records, LoadingTheme)
    }

    /// The theme is loaded while the records are read and the site is prepared. Its faults come after those of the records.
    private struct LoadingTheme {
        let theme: Theme
        let loaded: Task<Result<LoadedTheme, Failure>, Never>
    }

    /// This is a separate function because only it needs the bytes of the records.
    private func begin(_ inputs: BuildInputs, _ last: CachedBuild?, in environment: CommandEnvironment) async throws(Failure) -> Beginning {
        let source = try RecordSource(site, from: from)
        if let last, let report = try report(of: last, source, inputs, environment.files) {
            return .nothingToDo(last, report)
        }
        let (site, theme) = (site, Theme.standard.overlaid(by: inputs.theme))
        // The last build did not fail, and so the same theme has no fault.
        let isKnownToFit = last != nil && last?.sharedInputs == inputs.shared
        let loaded = Task {
            Result { () throws(Failure) in
                try site.loadedTheme(theme, inputs.theme, inputs.content, isKnownToFit: isKnownToFit)
            }
        }
        let records = try await source.read(site, askAnyway: askAnyway, in: environment)
        return .records(records, LoadingTheme(theme: theme, loaded: loaded))
    }

    private func build(
        _ records: RecordSource.Records, _ theme: LoadingTheme, _ inputs: BuildInputs, _ cache: BuildCache?,
        _ last: CachedBuild?, start: Double, in environment: CommandEnvironment
    ) async throws(Failure) -> BuildSummary {
        profile?.finish(.reading)
        let (history, historyWarnings) = site.history(decoding: inputs.history)
        var diagnostics = records.diagnostics + historyWarnings
        let unused = try UnusedFiles(site: site, output: output, content: inputs.content).warnings()
        for diagnostic in diagnostics { environment.console.report(diagnostic) }
        var memory = PictureMemory(known: last?.pictures ?? [:], now: environment.fetchClock.now())
        let pictures = try site.pictureCopies(records.snapshot.catalogue, &memory)
        let shared = cache == nil ? nil : inputs.shared
        let known = shared != nil && last?.sharedInputs == shared ? last?.fingerprint : nil
        let (output, options, clock) = (output, options(takesFingerprint: shared != nil), profile?.clock)
        // What the output has is looked at meanwhile.
        let (prepared, opened) = Concurrently.both(
            {
                site.prepared(
                    from: records.snapshot, history: history, check: from.isEmpty ? inputs.check : nil, theme: theme.theme,
                    pages: inputs.content.pages, pictures: pictures)
            },
            { Result { () throws(PublishError) in try Publisher(output: output, options: options).begin(since: known, clock: clock) } })
        let loaded = await theme.loaded.value
        let generator: SiteGenerator
        let report: PublishReport
        do throws(Failure) {
            generator = SiteGenerator(prepared, try naming(unused, environment.console) { () throws(Failure) in try loaded.get() })
            let warnings = OwnWarnings(site, generator)
            let textWarnings = try naming(unused, environment.console) { () throws(Failure) in
                try warnings.texts() + warnings.words + warnings.selections + warnings.unshownTexts
            }
            for diagnostic in textWarnings + unused { environment.console.report(diagnostic) }
            diagnostics += textWarnings
            environment.keepUntilExit?((generator, records.snapshot, last, opened))
            profile?.finish(.graph)
            let copies = pictures.publishedFiles
            try CardPicture(name: site.configuration.images.card, statics: inputs.statics).check(site)
            try StaticCollisions(inputs.statics, site.configuration.publish.compress).refuse(generator.files, copies: copies.map(\.path))
            let renderer = SiteRenderer(
                generator: generator, copies: copies, store: site.pictureStore, statics: inputs.statics, profile: profile)
            report = try renderer.publish(try opened.mapError(Failure.init).get())
        } catch {
            // The faults of the site folder come before those of the output.
            if case .success(let transaction) = opened { transaction.abandon() }
            throw error
        }
        let pages = generator.files.count(where: \.isPage)
        if let cache, let shared, let fingerprint = report.fingerprint {
            let build = CachedBuild(
                sharedInputs: shared, allInputs: inputs.all(records: records.digest), pages: pages, skipped: generator.skipped,
                diagnostics: diagnostics, places: places, fingerprint: fingerprint, pictures: memory.entries)
            remember(build, in: cache, console: environment.console)
        }
        return BuildSummary(
            output: output, report: report, pages: pages, seconds: environment.uptime() - start, skipped: generator.skipped,
            warnings: (diagnostics + unused).filter { $0.severity == .warning })
    }

    /// Names the files that nothing reads before a failure, for one of them may be its reason.
    private func naming<Result>(
        _ unused: [Diagnostic], _ console: Console, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        do throws(Failure) {
            return try work()
        } catch {
            for diagnostic in unused { console.report(diagnostic) }
            throw error
        }
    }

    private func options(takesFingerprint: Bool) -> PublishOptions {
        PublishOptions(site.configuration.publish, force: force, takesFingerprint: takesFingerprint)
    }

    /// The paths from the command line.
    private var places: [String] { [site.path] + from }
}

extension SiteBuild {
    /// The report of a build when nothing has changed since the last one: neither the inputs of the site nor the published files.
    private func report(
        of last: CachedBuild, _ source: RecordSource, _ inputs: BuildInputs, _ files: FileAccess
    ) throws(Failure) -> PublishReport? {
        guard last.diagnostics.isEmpty || last.places == places else { return nil }
        guard let all = inputs.all(records: source.digest(files)), all == last.allInputs else { return nil }
        do {
            return try Publisher(output: output, options: options(takesFingerprint: true)).report(ifUnchangedSince: last.fingerprint)
        } catch {
            throw Failure(error)
        }
    }

    private func summary(
        of last: CachedBuild, _ report: PublishReport, _ inputs: BuildInputs, start: Double, in environment: CommandEnvironment
    ) throws(Failure) -> BuildSummary {
        let diagnostics = last.diagnostics + (try UnusedFiles(site: site, output: output, content: inputs.content).warnings())
        for diagnostic in diagnostics { environment.console.report(diagnostic) }
        return BuildSummary(
            output: output, report: report, pages: last.pages, seconds: environment.uptime() - start, skipped: last.skipped,
            warnings: diagnostics.filter { $0.severity == .warning })
    }

    /// The site is already published. If this fails, the next build only has more work.
    private func remember(_ build: CachedBuild, in cache: BuildCache, console: Console) {
        do throws(Failure) {
            try cache.keep(build, into: output)
        } catch {
            for diagnostic in error.diagnostics {
                console.report(Diagnostic(.note, at: diagnostic.place, diagnostic.what, remedy: "The next build looks at everything."))
            }
        }
    }
}
