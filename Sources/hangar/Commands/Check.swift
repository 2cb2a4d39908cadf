import ArgumentParser
import HangarKit

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a finished site: links, fragments, credits, feeds, sitemap.",
        discussion:
            "With --templates it checks the theme of a site folder instead, and lists the templates and the fields of views that nothing uses."
    )

    @Argument(help: ArgumentHelp("The folder of the site.", valueName: "output"))
    var output = "public"

    @Flag(help: "Checks the templates instead of a finished site.")
    var templates = false

    @OptionGroup var site: SiteOptions

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        if templates {
            var command = CheckTemplatesCommand()
            command.site = site.site
            return try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try command.run(edge) }
        }
        var command = CheckCommand()
        command.output = output
        try await Execution.run(verbosity.verbosity) { (edge) throws(Failure) in try command.run(edge) }
    }
}
