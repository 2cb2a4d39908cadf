import ArgumentParser
import HangarKit

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Builds the site from its snapshot.",
        discussion: "Only files that differ are written. A build that fails leaves the published site as it was.")

    @OptionGroup var site: SiteOptions

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Builds from this instead of the snapshot: an API root, a saved page, a JSON file, or a folder of them. May be repeated.",
            valueName: "location"))
    var locations: [String] = []

    @Option(help: ArgumentHelp("The folder to publish to.", valueName: "dir"))
    var output = "public"

    @Option(
        name: .customLong("base-url"), help: ArgumentHelp("The address of the site, in place of the configuration's.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Publishes into a folder that holds other files, and over them where they are in the place of a page.")
    var force = false

    @Flag(help: "Reports as one JSON object.")
    var json = false

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        var command = BuildCommand()
        command.site = site.site
        command.from = locations
        command.output = output
        command.baseURL = baseURL
        command.force = force
        command.reportsJSON = json
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try await command.run(edge) }
    }
}
