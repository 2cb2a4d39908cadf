import ArgumentParser
import HangarKit

struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Fetches, then builds; made for cron.",
        discussion: """
            Says nothing when nothing changed, one line when something did, and why when it failed. A run that fails leaves the published site as it
            was, and the next one mends what it can.
            """)

    @OptionGroup var site: SiteOptions

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Fetches from here instead of the configured source: an API root, a saved page, a JSON file, or a folder of them. May be repeated.",
            valueName: "location"))
    var locations: [String] = []

    @Option(help: ArgumentHelp("How much of each craft: normal, or detailed with its flights.", valueName: "mode"))
    var mode: SiteConfiguration.Source.Mode?

    @OptionGroup var patience: PatienceOptions

    @Option(help: ArgumentHelp("The folder to publish to.", valueName: "dir"))
    var output = "public"

    @Option(
        name: .customLong("base-url"), help: ArgumentHelp("The address of the site, in place of the configuration's.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Publishes into a folder that holds other files, and over them where they are in the place of a page.")
    var force = false

    @Flag(help: "Reports as one JSON object, also when nothing changed.")
    var json = false

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        var command = UpdateCommand()
        command.site = site.site
        command.from = locations
        command.mode = mode
        command.patience = patience.patience
        command.output = output
        command.baseURL = baseURL
        command.force = force
        command.reportsJSON = json
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try await command.run(edge) }
    }
}
