import ArgumentParser

/// Builds the files of the site from the snapshot or from locations.
public struct BuildCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Builds the site from its snapshot.",
        discussion: "Only files that differ are written. A build that fails leaves the published site as it was.")

    @OptionGroup var site: SiteOptions

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Builds from this instead of the snapshot: an API root, a saved page, a JSON file, a folder of them, or - for standard input. May be repeated.",
            valueName: "location"))
    var locations: [String] = []

    @Flag(help: "Asks the API of --from even while it wants no request.")
    var askAnyway = false

    @OptionGroup var output: OutputOptions

    @Flag(help: "Reports as one JSON object, a failure too.")
    var json = false

    @Flag(help: "Tells where the time went, which files were made and why, and the slowest of them.")
    var profile = false

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }
    public var reportsJSON: Bool { json }

    public func validate() throws {
        if askAnyway && locations.isEmpty {
            throw ValidationError("--ask-anyway is for an API that --from names. Without --from a build asks none.")
        }
    }

    public func run(in environment: CommandEnvironment) async throws(Failure) {
        let start = environment.uptime()
        let site = try output.siteFolder(site, in: environment)
        let (locations, environment) = try StandardInput.resolving(locations, in: environment)
        let profile = profile ? BuildProfile(start: start, clock: environment.uptime) : nil
        let build = SiteBuild(
            site: site, from: locations, askAnyway: askAnyway, output: output.output, force: output.force, profile: profile)
        let summary = try await build.run(start: start, in: environment)
        try environment.console.reporting("The site is published.") { () throws(Failure) in
            if json {
                let members = profile.map { summary.json.merging(["profile": $0.json]) } ?? summary.json
                try environment.console.writeOutput(JSONReport(command: Self.name, members: members).json)
            } else {
                try summary.print(to: environment.console)
                for line in profile?.lines ?? [] { try environment.console.print(line) }
            }
        }
    }
}
