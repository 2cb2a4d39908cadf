import ArgumentParser
import HangarKit

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new site folder.",
        discussion: """
            It holds hangar.yml with every key explained, the theme's templates and assets to edit, the words of the page 'About', and the records of
            the example site, so that it can be built at once.
            """)

    @Argument(help: ArgumentHelp("The folder to make, new or empty.", valueName: "dir"))
    var folder: String

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        var command = InitCommand()
        command.folder = folder
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try command.run(edge) }
    }
}
