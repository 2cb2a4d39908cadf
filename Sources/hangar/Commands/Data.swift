import ArgumentParser
import HangarKit

struct Data: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "data", abstract: "Prints the view that a page's template gets, as JSON.")

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp("The address of the page from the site's root, such as spacecraft/126-soyuz-tm-4/.", valueName: "page-path"))
    var page: String

    func run() async throws {
        var command = DataCommand()
        command.site = site.site
        command.page = page
        try await Execution.run(.normal) { (edge) throws(Failure) in try command.run(edge) }
    }
}
