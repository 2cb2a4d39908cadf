import ArgumentParser
import Foundation
import Publishing
import Support
import Synchronization
import TemplateEngine

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

    @Flag(help: "Reports as one JSON object, also when nothing changed.")
    var json = false

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// - Throws: the ``Failure`` of the half that failed. After a failed fetch everything is unchanged. After a failed build the published
    ///   site is unchanged, and the next run builds again whatever its fetch finds.
    public func run(in environment: CommandEnvironment) async throws(Failure) {
        let site = try output.siteFolder(site, in: environment)
        let held = HeldWarnings(environment.console)
        var quiet = environment
        quiet.console = held.console
        let (fetch, build): (FetchSummary, BuildSummary)
        do throws(Failure) {
            (fetch, build) = try await SiteLock.holding(site, now: environment.fetchClock.now()) { [quiet] () async throws(Failure) in
                let done = try await work(site, in: quiet)
                held.releaseNews(since: ToldWarnings(site))
                return done
            }
        } catch {
            held.release()
            throw error
        }
        let isNews = fetch.isNews || build.isNews(afterNewSnapshot: fetch.isStored)
        if json { held.release() }
        try environment.console.reporting("The site is published.") { () throws(Failure) in
            try report(fetch, build, isNews: isNews, to: environment.console)
        }
    }

    private func report(_ fetch: FetchSummary, _ build: BuildSummary, isNews: Bool, to console: Console) throws(Failure) {
        if json {
            try console.writeOutput(TemplateValue.object(["fetch": fetch.json, "build": .object(build.json)]).json(pretty: true))
        } else if console.verbosity == .verbose {
            try console.print(fetch.line)
            try build.print(to: console)
        } else if isNews, console.verbosity != .quiet {
            try console.print(
                "\(build.output): "
                    + [fetch.changesByName, fetch.pictures?.words, build.filesInWords].compactMap(\.self).joined(separator: "; "))
        }
    }

    private func work(_ site: SiteFolder, in environment: CommandEnvironment) async throws(Failure) -> (FetchSummary, BuildSummary) {
        let fetch = try await SiteFetch(site: site, options: fetch).run(in: environment)
        // The build uses the same files as a separate build would find on the disk.
        let build = try await SiteBuild(site: site, output: output.output, force: output.force)
            .run(start: environment.uptime(), in: environment)
        return (fetch, build)
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
    func releaseNews(since told: ToldWarnings) {
        guard outer.verbosity == .normal else { return }
        let news = told.news(in: lines.withLock { $0 })
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
    /// - Returns: the warnings that the last run did not give. When the disk refuses, a later run only tells some of them again.
    func news(in warnings: [String]) -> [String] {
        let told = told
        if told != warnings { remember(warnings) }
        return warnings.filter { !told.contains($0) }
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
