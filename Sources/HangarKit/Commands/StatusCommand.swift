import ArgumentParser

/// Says how fresh the data of a site is, for people and for monitoring.
public struct StatusCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says how old the site's data is, and what went wrong last.",
        discussion: """
            Reads the site folder alone: nothing is fetched. With --max-age the exit status is 65 when the source was last checked longer ago, or when the build
            of 'hangar update' has failed for longer, and 66 before the first fetch.
            """)

    @OptionGroup var site: SiteOptions

    @Option(help: ArgumentHelp("The age that the data may have, such as 90m, 24h or 2d.", valueName: "age"))
    var maxAge: Age?

    @Flag(help: "Reports as one JSON object, a failure too.")
    var json = false

    public init() {}

    public var reportsJSON: Bool { json }

    /// - Throws: a ``Failure`` with status 65 when the data is older than allowed, or when the snapshot is damaged.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let status = try SiteStatus(try site.folder(in: environment), now: environment.fetchClock.now())
        if !json { for line in status.lines { try environment.console.print(line) } }
        if var failure = maxAge.flatMap(status.staleness) {
            failure.report = status.json
            throw failure
        }
        if json { try environment.console.writeOutput(JSONReport(command: Self.name, members: status.json).json) }
    }
}
