import ArgumentParser
import HangarKit

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks a finished site: links, fragments, credits, feeds, sitemap.")

    @Argument(help: ArgumentHelp("The folder of the site.", valueName: "output"))
    var output = "public"

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        var command = CheckCommand()
        command.output = output
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try command.run(edge) }
    }
}
