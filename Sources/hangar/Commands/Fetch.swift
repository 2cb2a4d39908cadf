import ArgumentParser
import HangarKit

struct Fetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetches the catalogue into the site's snapshot.",
        discussion: "Complete or not at all: a fetch that fails leaves snapshot and history as they were.")

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

    @Flag(help: "Reports as one JSON object.")
    var json = false

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        var command = FetchCommand()
        command.site = site.site
        command.from = locations
        command.mode = mode
        command.patience = patience.patience
        command.reportsJSON = json
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try await command.run(edge) }
    }
}

extension SiteConfiguration.Source.Mode: ExpressibleByArgument {}
