import ArgumentParser

/// Brings the records of the API or of saved copies into the site's snapshot, history and pictures.
public struct FetchCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetches the catalogue into the site's snapshot.",
        discussion: "Complete or not at all: a fetch that fails leaves snapshot and history as they were.")

    @OptionGroup var site: SiteOptions

    @OptionGroup var fetch: FetchOptions

    @Flag(help: "Reports as one JSON object, a failure too.")
    var json = false

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }
    public var reportsJSON: Bool { json }

    public func run(in environment: CommandEnvironment) async throws(Failure) {
        let site = try site.folder(in: environment)
        let summary = try await SiteLock.holding(site, now: environment.fetchClock.now()) { () async throws(Failure) in
            try await SiteFetch(site: site, options: fetch).run(in: environment)
        }
        try environment.console.reporting("The snapshot is stored.") { () throws(Failure) in
            if json {
                try environment.console.writeOutput(JSONReport(command: Self.name, members: summary.json).json)
            } else if environment.console.verbosity != .quiet {
                try environment.console.print(summary.line)
            }
        }
    }
}
