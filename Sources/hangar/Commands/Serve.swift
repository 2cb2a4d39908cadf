import ArgumentParser
import HangarKit

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Previews the site on this machine, with live reload, and serves the API's routes from the snapshot.",
        discussion: "The site is built first; an open page reloads when another build changes the site.")

    @OptionGroup var site: SiteOptions

    @Option(help: ArgumentHelp("The folder to build in and to serve.", valueName: "dir"))
    var output = "public"

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port: UInt16 = 8080

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        var command = ServeCommand()
        command.site = site.site
        command.output = output
        command.host = host
        command.port = port
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try await command.run(edge) }
    }
}
