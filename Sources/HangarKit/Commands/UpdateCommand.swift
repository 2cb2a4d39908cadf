import ArgumentParser
import Catalogue
import Publishing
import Support
import Synchronization
import TemplateEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Fetches and then builds, for cron. It prints nothing when nothing changed, and one line when something changed.
public struct UpdateCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Fetches, then builds; made for cron.",
        discussion: """
            Says nothing when nothing changed, one line when something did, each warning once, and why when it failed. A run that fails leaves the published site as it
            was, and the next one mends what it can.
            """)

    @OptionGroup var site: SiteOptions

    @OptionGroup var fetch: FetchOptions

    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Holds back 'API unavailable' and 'try again later' (69, 75) until the source was last checked longer ago than this, such as 24h.",
            valueName: "age"))
    var quietFor: Age?

    @Flag(help: "Reports as one JSON object, also when nothing changed, a failure too.")
    var json = false

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }
    public var reportsJSON: Bool { json }

    /// - Throws: the ``Failure`` of the half that failed, or of both. After a failed fetch the data is unchanged, and what changed in the site
    ///   folder is built. After a failed build the published site is unchanged, and the next run builds again whatever its fetch finds.
    public func run(in environment: CommandEnvironment) async throws(Failure) {
        let site = try output.siteFolder(site, in: environment)
        let held = HeldWarnings(environment.console)
        var quiet = environment
        quiet.console = held.console
        let attempt: UpdateAttempt
        do throws(Failure) {
            attempt = try await SiteLock.holding(site, now: environment.fetchClock.now()) { [quiet] () async throws(Failure) in
                let attempt = await work(site, in: quiet)
                held.releaseNews(since: ToldWarnings(site), isWhole: attempt.isSuccess)
                return attempt
            }
        } catch {
            attempt = UpdateAttempt(fetch: .failure(error), build: nil)
        }
        if json { held.release() }
        try report(attempt, attempt.failure(for: quietFor, site, now: environment.fetchClock.now()), to: environment.console)
    }

    /// - Parameters:
    ///   - failure: what the operator must know.
    ///   - heldBack: what need not be known yet.
    private func report(_ attempt: UpdateAttempt, _ failure: (told: Failure?, heldBack: Failure?), to console: Console) throws(Failure) {
        for diagnostic in failure.heldBack?.diagnostics ?? [] {
            console.report(Diagnostic(.note, at: diagnostic.place, diagnostic.what, remedy: diagnostic.remedy))
        }
        let members: TemplateObject = [
            "fetch": attempt.fetched.map { .object($0.json) } ?? .null, "build": attempt.built.map { .object($0.json) } ?? .null,
            "held_back": failure.heldBack?.json ?? .null,
        ]
        if !json || failure.told == nil {
            try console.reporting("The site is published.") { () throws(Failure) in
                if json {
                    try console.writeOutput(JSONReport(command: Self.name, members: members).json)
                } else {
                    try attempt.print(to: console)
                }
            }
        }
        guard var told = failure.told else { return }
        told.report = members
        throw told
    }

    private func work(_ site: SiteFolder, in environment: CommandEnvironment) async -> UpdateAttempt {
        let fetched: Result<FetchSummary, Failure>
        do throws(Failure) {
            fetched = .success(try await SiteFetch(site: site, options: fetch).run(in: environment))
        } catch {
            fetched = .failure(error)
            // What is in the site folder may have changed, whatever the source does.
            guard site.files.kind(site.snapshotPath) == .file else { return UpdateAttempt(fetch: fetched, build: nil) }
        }
        do throws(Failure) {
            // The build uses the same files as a separate build would find on the disk.
            let build = SiteBuild(site: site, output: output.output, force: output.force)
            let summary = try await site.noting(.build, now: environment.fetchClock.now) { () async throws(Failure) in
                try await build.run(start: environment.uptime(), in: environment)
            }
            return UpdateAttempt(fetch: fetched, build: .success(summary))
        } catch {
            return UpdateAttempt(fetch: fetched, build: .failure(error))
        }
    }
}

/// The two halves of an update.
private struct UpdateAttempt: Sendable {
    let fetch: Result<FetchSummary, Failure>
    /// Nil when there was nothing to build.
    let build: Result<BuildSummary, Failure>?

    var fetched: FetchSummary? { if case .success(let summary) = fetch { summary } else { nil } }
    var built: BuildSummary? { if case .success(let summary)? = build { summary } else { nil } }
    var isSuccess: Bool { fetched != nil && built != nil }

    func print(to console: Console) throws(Failure) {
        let isNews = fetched?.isNews ?? false || built?.isNews(afterNewSnapshot: fetched?.isStored ?? false) ?? false
        if console.verbosity == .verbose {
            if let fetched { try console.print(fetched.line) }
            try built?.print(to: console)
        } else if isNews, let built, console.verbosity != .quiet {
            try console.print(
                "\(built.output): "
                    + [fetched?.changesByName, fetched?.pictures?.words, built.filesInWords].compactMap(\.self).joined(separator: "; "))
        }
    }

    /// The failure of both halves, in what is told and what is held back. Held back is what only needs another attempt, until the data is
    /// older than `limit`, or the build has failed for longer.
    func failure(for limit: Age?, _ site: SiteFolder, now: Timestamp) -> (told: Failure?, heldBack: Failure?) {
        let fetch: Failure? = if case .failure(let failure) = fetch { failure } else { nil }
        let build: Failure? = if case .failure(let failure)? = build { failure } else { nil }
        var (told, heldBack): ([Failure], [Failure]) = ([], [])
        for failure in [fetch, build].compactMap(\.self) {
            if let limit, [.unavailable, .tryAgainLater].contains(failure.status), Self.isFresh(site, limit, now) {
                heldBack.append(failure)
            } else {
                told.append(failure)
            }
        }
        return (told.first?.joined(with: told.dropFirst().first), heldBack.first?.joined(with: heldBack.dropFirst().first))
    }

    private static func isFresh(_ site: SiteFolder, _ limit: Age, _ now: Timestamp) -> Bool {
        do throws(Failure) { return try SiteStatus(site, now: now).staleness(limit) == nil } catch { return false }
    }
}

/// Holds warnings back until it is known which of them are new. A fault in the source's records occurs in every run, and cron would mail it
/// each time.
private final class HeldWarnings: Sendable {
    private let outer: Console
    private let lines = Mutex<[String]>([])

    init(_ console: Console) { outer = console }

    /// With `--verbose` each warning is written immediately.
    var console: Console {
        guard outer.verbosity != .verbose else { return outer }
        var console = outer
        console.writeDiagnostic = { line in self.lines.withLock { $0.append(line) } }
        return console
    }

    func release() { write(lines.withLock { $0 }) }

    /// Writes the warnings that the last run did not give. A run that hides or unfolds warnings is no measure for the next.
    ///
    /// - Parameter isWhole: whether the run came to its end. Otherwise it did not give all of its warnings.
    func releaseNews(since told: ToldWarnings, isWhole: Bool) {
        guard outer.verbosity == .normal else { return }
        let news = told.news(in: lines.withLock { $0 }, isWhole: isWhole)
        lines.withLock { lines in lines.removeAll { news.contains($0) } }
        write(news)
    }

    private func write(_ lines: [String]) {
        for line in lines { outer.writeDiagnostic(line) }
    }
}

/// The warnings that the last run of `hangar update` gave, in `data/warnings.txt`, one on each line. A warning is news when the last run did
/// not give it.
///
/// The file is with the site's data and not in the user's cache: cron often has no cache folder, and would then mail every warning each
/// time. It changes only when the warnings do, and there is none while there are no warnings.
private struct ToldWarnings {
    private let path: String
    private let files: FileAccess

    init(_ site: SiteFolder) {
        path = SiteFolder.join(site.path, "data/warnings.txt")
        files = site.files
    }

    /// Remembers the warnings of this run.
    ///
    /// - Parameter isWhole: whether these are all warnings of the run. Otherwise those of the last run stand too.
    /// - Returns: the warnings that the last run did not give. When the disk refuses, a later run only tells some of them again.
    func news(in warnings: [String], isWhole: Bool) -> [String] {
        let told = told
        let news = warnings.filter { !told.contains($0) }
        let standing = isWhole ? warnings : told + news
        if told != standing { remember(standing) }
        return news
    }

    private var told: [String] {
        guard files.kind(path) == .file else { return [] }
        do { return String(decoding: try files.contents(path), as: UTF8.self).split(separator: "\n").map(String.init) } catch { return [] }
    }

    private func remember(_ warnings: [String]) {
        do {
            if warnings.isEmpty {
                try FileManager.default.removeItem(atPath: path)
            } else {
                try AtomicFile.replace(path, with: Array((warnings.joined(separator: "\n") + "\n").utf8), durable: false)
            }
        } catch {
            return
        }
    }
}
